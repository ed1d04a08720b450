package dev.ringback.engine.form;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.testing.FakeProvider.Asked;

import static dev.ringback.engine.form.FormStage.HTML;
import static dev.ringback.engine.form.FormStage.PLAIN;
import static dev.ringback.engine.form.FormStage.THANKS;
import static dev.ringback.engine.provider.ProviderStage.ID;
import static org.assertj.core.api.Assertions.assertThat;

/// Pages over real HTTP: what is filled in, and what is left unsent.
class WebFormSenderTest {

    private FormStage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new FormStage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_form_is_filled_as_a_browser_would() {
        // Given
        stage.page(Map.of("set-cookie", "session=s1; Path=/; HttpOnly"), """
                <form action="/search"><input name="q"></form>
                <form action="send?lang=en#top" method="POST"><input type="hidden" name="csrf" value="t&amp;1">
                  <label for="a">Your name *</label><input id="a" name="f1" required>
                  <label>E-mail <input name="f2"></label><input type="tel" name="f3">
                  <select name="topic"><option value="">Choose</option><option value="sales" selected>Sales</option></select>
                  <input type="radio" name="how" value="mail" checked><input type="radio" name="how" value="call">
                  <input type="checkbox" name="newsletter" value="yes"><input type="checkbox" name="privacy" required>
                  <div style="display: none"><input name="email_confirm"></div>
                  <input name="off" disabled value="x"><input type="file" name="photo">
                  <textarea name="f4"></textarea><button name="go" value="1">Send</button>
                </form>""").answers(200, Map.of("content-type", HTML), THANKS);

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo("accepted " + ID);
        var submitted = stage.provider.asked().getLast();
        assertThat(submitted.method() + " " + submitted.path()).isEqualTo("POST /send?lang=en");
        assertThat(submitted.headers()).containsEntry("cookie", "session=s1").containsEntry("content-type", "application/x-www-form-urlencoded")
                .containsEntry("referer", stage.provider.url() + "/contact").containsEntry("origin", stage.provider.url().toString());
        assertThat(submitted.form())
                .isEqualTo(Map.ofEntries(Map.entry("csrf", "t&1"), Map.entry("f1", "Ada Byron"), Map.entry("f2", "ada@maple.example"),
                        Map.entry("f3", "+14165550100"), Map.entry("topic", "sales"), Map.entry("how", "mail"), Map.entry("privacy", "on"),
                        Map.entry("email_confirm", ""), Map.entry("f4", "We have a job for you.\r\nInterested?"), Map.entry("go", "1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <label for=a>Prénom</label><input id=a name=x1><label for=b>Nom</label><input id=b name=x2>     | x1=Ada x2=Byron
            <label for=a>Courriel</label><input id=a name=x1>                                             | x1=ada@maple.example
            <label for=a>Adresse e-mail</label><input id=a name=x1>                                       | x1=ada@maple.example
            <label for=a>Nombre y apellidos</label><input id=a name=fullname>                             | fullname=Ada+Byron
            <label for=a>Nombre</label><input id=a name=x1><label for=b>Apellidos</label><input id=b name=x2> | x1=Ada x2=Byron
            <label for=a>Correo electrónico</label><input id=a name=x1>                                   | x1=ada@maple.example
            <label for=a>Teléfono</label><input id=a name=x1>                                             | x1=+14165550100
            <label for=a>Vorname</label><input id=a name=x1><label for=b>Nachname</label><input id=b name=x2> | x1=Ada x2=Byron
            <label for=a>Telefonnummer</label><input id=a name=x1>                                        | x1=+14165550100
            <input name=contact[firstName]><input name=contact[lastName]> | contact[firstName]=Ada contact[lastName]=Byron
            <input name=x1 placeholder="Full name">                                                       | x1=Ada+Byron
            <input name=x1 aria-label="Ihr Name">                                                         | x1=Ada+Byron
            <input name=x1 autocomplete="section-a given-name"><input name=x2 autocomplete=email>         | x1=Ada x2=ada@maple.example
            <input name=item_meta[7] type=email>                                                          | item_meta[7]=ada@maple.example
            <label for=a>Company name</label><input id=a name=x1>                                         | x1=
            """)
    void a_field_is_known_by_what_stands_at_it(String fields, String filled) {
        // Given
        stage.page(Map.of(), "<form method=post>%s<textarea name=m></textarea><input type=submit></form>".formatted(fields))
                .answers(200, Map.of("content-type", HTML), THANKS);

        // When
        stage.send();

        // Then
        var body = stage.provider.asked().getLast().form();
        for (var pair : filled.strip().split(" ")) {
            assertThat(body).containsEntry(pair.split("=")[0], pair.endsWith("=") ? "" : pair.split("=")[1].replace("Ada+", "Ada "));
        }
        assertThat(body).containsEntry("m", "We have a job for you.\r\nInterested?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            <p>No form here</p>                                                                             | refused form_not_found
            <div id=root></div><script src=/app.js></script>                                                | refused form_needs_scripts
            <form action="javascript:void(0)"><textarea name=message></textarea><button>Go</button></form>  | refused form_needs_scripts
            <form onsubmit="send(); return false"><textarea name=message></textarea><button>Go</button></form> | refused form_needs_scripts
            <form method=post><textarea name=message></textarea><button type=button>Go</button></form>      | refused form_needs_scripts
            <form method=post><textarea name=message></textarea><div class=g-recaptcha></div><button>Go</button></form> | refused form_needs_captcha
            <form action=/login method=post><input name=name><input type=password name=p><button>Go</button></form> | refused form_not_found
            <form method=post><input type=email name=email><button>Subscribe</button></form>                | refused form_not_found
            <form method=post><textarea name=message></textarea>VAT <input name=v required><button>Go</button></form> | refused form_requires_more
            <form method=post><textarea name=message maxlength=10></textarea><button>Go</button></form>     | refused form_too_short_for_message
            <form method=post enctype=text/plain><textarea name=message></textarea><button>Go</button></form> | refused form_action_unsupported
            <form method=post action=http://127.0.0.2:8080/><textarea name=message></textarea><button>Go</button></form> | refused form_address_not_public
            """)
    void a_form_that_a_browser_without_scripts_could_not_send_is_refused_unsent(String html, String meaning) {
        // Given
        stage.page(Map.of(), html);

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo(meaning);
        assertThat(stage.provider.asked()).extracting(Asked::method).containsExactly("GET");
    }

    @Test
    void a_page_that_sends_us_inside_is_refused() {
        // Given
        stage.provider.answers(302, Map.of("location", "http://127.0.0.2/latest/meta-data"), "");

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo("refused form_address_not_public");
    }

    @Test
    void a_page_that_sends_us_round_in_circles_is_left() {
        // Given
        stage.provider.answers(302, Map.of("location", "/contact"), "");

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo("refused form_too_many_redirects");
        assertThat(stage.provider.asked()).hasSize(6);
    }

    @Test
    void parts_are_sent_as_parts() {
        // Given
        stage.page(Map.of(), PLAIN.replace("method=post", "method=post enctype=multipart/form-data")).answers(200, Map.of("content-type", HTML),
                THANKS);

        // When
        stage.send();

        // Then
        var submitted = stage.provider.asked().getLast();
        assertThat(submitted.headers().get("content-type")).isEqualTo("multipart/form-data; boundary=ringback-" + ID);
        assertThat(submitted.body()).startsWith("--ringback-%s\r\ncontent-disposition: form-data; name=\"_token\"\r\n\r\nabc123\r\n".formatted(ID))
                .contains("name=\"your-message\"\r\n\r\nWe have a job for you.\r\nInterested?\r\n").endsWith("--ringback-%s--\r\n".formatted(ID));
    }
}
