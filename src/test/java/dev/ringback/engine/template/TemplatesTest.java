package dev.ringback.engine.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.template.Rendering.Rendered;
import dev.ringback.engine.template.Rendering.Unrenderable;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatesTest {

    private final Templates templates = new Templates();

    @Test
    void a_template_is_filled_in() {
        // When
        var rendering = templates.render(new Template(1, 1, " Hello {{ name }} ", "{{ name | upcase }}{% if link != '' %}: {{ link }}{% endif %}"),
                Map.of("name", "Bob", "link", ""));

        // Then
        assertThat(rendering).isEqualTo(new Rendered("Hello Bob", "BOB"));
    }

    @Test
    void accents_stay_accents() {
        assertThat(render("Bonjour {{ name }}, à bientôt – « {{ name }} » 💩", Map.of("name", "Zoë Lefèvre-Œuvrard")))
                .isEqualTo(new Rendered("", "Bonjour Zoë Lefèvre-Œuvrard, à bientôt – « Zoë Lefèvre-Œuvrard » 💩"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ nmae }}", "{% if name == 'Bob' %}{{ nmae }}{% endif %}", "{% if nmae == 'Bob' %}x{% endif %}",
            "{% if name == 'Bob' %}{% if name != '' %}{{ nmae }}{% endif %}{% endif %}", "{% unless nmae %}x{% endunless %}", "{{ nmae | upcase }}",
            "{{ name | append: nmae }}", "{% for x in nmae %}{{ x }}{% endfor %}", "{% for x in (1..2) %}{{ nmae }}{% endfor %}",
            "{% case nmae %}{% when 'a' %}x{% endcase %}", "{% assign y = nmae %}{{ y }}", "{% capture y %}{{ nmae }}{% endcapture %}{{ y }}"})
    void an_unknown_variable_refuses_by_its_name(String body) {
        assertThat(render(body, Map.of("name", "Bob"))).isEqualTo(new Unrenderable("template_variable_missing:nmae"));
    }

    @Test
    void an_unknown_variable_in_the_subject_refuses_too() {
        assertThat(templates.render(new Template(1, 1, "{{ nmae }}", "x"), Map.of("name", "Bob")))
                .isEqualTo(new Unrenderable("template_variable_missing:nmae"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ name", "{% if name %}x", "{% endif %}", "{% nonsense %}", "{{ name | nonsense }}", "{% for %}{% endfor %}", "{{ }} {%",
                    "{{ 1 | divided_by: 0 }}", "{% include 'x' %}", "{% render 'x' %}", "{% for i in (1..100000000) %}x{% endfor %}"})
    void a_broken_template_refuses_without_a_value(String body) {
        assertThat(render(body, Map.of("name", "Bob"))).isEqualTo(new Unrenderable("template_invalid"));
    }

    @Test
    void a_text_that_was_changed_under_its_old_version_is_the_one_that_is_sent() {
        // Given
        templates.render(new Template(7, 1, "Old", "old"), Map.of());

        // When
        var rendering = templates.render(new Template(7, 1, "New", "new"), Map.of());

        // Then
        assertThat(rendering).isEqualTo(new Rendered("New", "new"));
    }

    @Test
    void a_template_reads_no_file(@TempDir Path folder) throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("secret.liquid"), "secret");

        // When
        var rendering = render("{%% include '%s' %%}".formatted(file), Map.of());

        // Then
        assertThat(rendering).isEqualTo(new Unrenderable("template_invalid"));
    }

    @Test
    void a_template_makes_no_more_text_than_a_mail_holds() {
        assertThat(render("{% for i in (1..999) %}{{ name }}{% endfor %}", Map.of("name", "x".repeat(1_000))))
                .isEqualTo(new Unrenderable("template_invalid"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{ business_name }}
            {% if true %}x{% endif %}
            {{ nmae }}
            {% raw %}
            {{ name
            <script>alert(1)</script>
            {% include '/etc/passwd' %}
            """)
    void a_persons_name_is_not_evaluated(String name) {
        assertThat(render("Hi {{ name }}{% if name != '' %}, {{ name }}{% endif %}", Map.of("name", name, "business_name", "Acme")))
                .isEqualTo(new Rendered("", "Hi %s, %s".formatted(name, name)));
    }

    @Test
    void a_new_version_is_another_template() {
        // Given
        templates.render(new Template(1, 1, "old", "old"), Map.of());

        // When
        var rendering = templates.render(new Template(1, 2, "new", "new"), Map.of());

        // Then
        assertThat(rendering).isEqualTo(new Rendered("new", "new"));
    }

    @Test
    void in_html_every_value_is_text() {
        // Given
        var html = "<p>Hi {{ name }}{% for item in items %} <i>{{ item.title }}</i>{% endfor %}</p>";
        var template = new Template(9, 1, "Hi", "Hi {{ name }}", html, null, false);
        var variables = Map.<String, Object>of("name", "<script>alert('Bob & \"Co\"')</script>", "items", List.of(Map.of("title", "<b>")));

        // When
        var rendering = templates.render(template, variables);

        // Then
        assertThat(rendering).isEqualTo(new Rendered("Hi", "Hi <script>alert('Bob & \"Co\"')</script>",
                "<p>Hi &lt;script&gt;alert(&#39;Bob &amp; &quot;Co&quot;&#39;)&lt;/script&gt; <i>&lt;b&gt;</i></p>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Hello {{ name }} {{ name | upcase }}                                       ; name
            {% if a %}{{ b }}{% elsif c == d %}x{% else %}{{ e.f }}{% endif %}         ; a b c d e
            {% for x in xs %}{{ x.y }}{{ forloop.index }}{% endfor %}                  ; xs
            {% for x in (1..n) %}{{ x }}{% endfor %}                                   ; n
            {% assign y = z %}{{ y }}{% capture k %}{{ w }}{% endcapture %}{{ k }}     ; w z
            {{ a | append: b }}{% case c %}{% when d %}{{ e }}{% endcase %}            ; a b c d e
            {% unless a %}{{ b[c] }}{% endunless %}                                    ; a b c
            nothing                                                                    ; ~~
            """)
    void the_variables_of_every_branch_are_known(String text, String variables) {
        assertThat(templates.read(text)).isInstanceOfSatisfying(Templates.Read.Sound.class,
                sound -> assertThat(String.join(" ", sound.variables())).isEqualTo(variables));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ name", "{% if name %}x", "{% endif %}", "{% nonsense %}", "{% for %}{% endfor %}"})
    void what_does_not_parse_is_said(String text) {
        assertThat(templates.read(text)).isInstanceOf(Templates.Read.Broken.class);
    }

    private Rendering render(String body, Map<String, Object> variables) {
        return templates.render(new Template(1, 1, "", body), variables);
    }
}
