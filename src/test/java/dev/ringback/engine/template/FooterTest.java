package dev.ringback.engine.template;

import org.junit.jupiter.api.Test;

import dev.ringback.engine.template.Rendering.Rendered;

import static org.assertj.core.api.Assertions.assertThat;

class FooterTest {

    private static final String ADDRESS = "Maple & Sons, 1 Elm Street";
    private static final String LINK = "https://ringback.example/u/1?a=1&b=2";

    @Test
    void what_is_left_out_is_placed_under_it_in_both_forms() {
        // Given
        var rendered = new Rendered("Hi", "Hello Bob\n", "<html><body><p>Hello Bob</p></body></html>");

        // When
        var complete = Footer.under(rendered, ADDRESS, LINK);

        // Then
        assertThat(complete.text()).startsWith("Hello Bob\n\n-- \n" + ADDRESS + "\n").endsWith(": " + LINK + "\n");
        assertThat(complete.html()).isEqualTo("<html><body><p>Hello Bob</p><p>Maple &amp; Sons, 1 Elm Street</p>"
                + "<p><a href=\"https://ringback.example/u/1?a=1&amp;b=2\">Unsubscribe · Se désabonner · Darse de baja · Abmelden</a></p></body></html>");
    }

    @Test
    void what_the_template_has_placed_itself_stays_as_it_is() {
        // Given
        var rendered = new Rendered("Hi", "Hello\n" + ADDRESS + "\n" + LINK, "<p>" + Escaping.html(ADDRESS) + Escaping.html(LINK) + "</p>");

        // When
        var complete = Footer.under(rendered, ADDRESS, LINK);

        // Then
        assertThat(complete).isEqualTo(rendered);
    }

    @Test
    void text_alone_stays_alone() {
        assertThat(Footer.under(new Rendered("Hi", "Hello"), ADDRESS, LINK).html()).isNull();
    }
}
