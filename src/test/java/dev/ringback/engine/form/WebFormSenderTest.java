package dev.ringback.engine.form;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.mutiny.core.Vertx;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.provider.ProviderStage;
import dev.ringback.testing.FakeProvider;
import dev.ringback.testing.FakeProvider.Asked;

import static dev.ringback.engine.provider.ProviderStage.ID;
import static dev.ringback.engine.provider.ProviderStage.message;
import static org.assertj.core.api.Assertions.assertThat;

/// Pages over real HTTP: what is filled in, and what counts as sent.
class WebFormSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple Roofing", null, null, null, null, null);
    private static final Map<String, String> SAID = Map.of("name", "Ada Byron", "email", "ada@maple.example", "phone", "+14165550100",
            "message", "We have a job for you.\nInterested?");
    private static final String HTML = "text/html; charset=utf-8";
    private static final String THANKS = "<p>Thank you! Your message has been sent.</p>";
    private static final String PLAIN = """
            <form action=/send method=post>
              <input type=hidden name=_token value=abc123><input name=your-name required><input type=email name=your-email required>
              <textarea name=your-message required></textarea><button>Send</button></form>""";

    private final Vertx vertx = Vertx.vertx();
    private ProviderStage stage;

    private record Forms(FormConfig.Http http) implements FormConfig {}

    private record Http(String userAgent, Duration timeout) implements FormConfig.Http {}

    @BeforeEach
    void open() throws IOException {
        stage = new ProviderStage();
    }

    @AfterEach
    void close() {
        stage.close();
        vertx.close().await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void a_form_is_filled_as_a_browser_would() {
        // Given
        page(Map.of("set-cookie", "session=s1; Path=/; HttpOnly"), """
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
        var outcome = send();

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
        page(Map.of(), "<form method=post>%s<textarea name=m></textarea><input type=submit></form>".formatted(fields))
                .answers(200, Map.of("content-type", HTML), THANKS);

        // When
        send();

        // Then
        var body = stage.provider.asked().getLast().form();
        for (var pair : filled.strip().split(" ")) {
            assertThat(body).containsEntry(pair.split("=")[0], pair.endsWith("=") ? "" : pair.split("=")[1].replace("Ada+", "Ada "));
        }
        assertThat(body).containsEntry("m", "We have a job for you.\r\nInterested?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            200 | text/html        | <p>Thank you! Your message has been sent.</p>                                         | accepted
            200 | text/html        | <p>Merci, votre message a bien été envoyé.</p>                                        | accepted
            200 | text/html        | <p>Gracias. El mensaje ha sido enviado.</p>                                           | accepted
            200 | text/html        | <p>Vielen Dank, wir melden uns.</p>                                                   | accepted
            200 | application/json | {"status":"mail_sent","message":"ok"}                                                 | accepted
            200 | application/json | {"ok": true}                                                                          | accepted
            200 | application/json | {"status":"validation_failed"}                                                        | refused form_rejected
            200 | application/json | {"errors":[{"field":"email"}]}                                                        | refused form_rejected
            200 | text/html        | <form><span class=error>Please enter your phone number</span><textarea></textarea></form> | refused form_rejected
            200 | text/html        | <form><input aria-invalid=true name=a></form>                                         | refused form_rejected
            200 | text/html        | <p>Champ obligatoire</p>                                                              | refused form_rejected
            200 | text/html        | <p>Bitte füllen Sie das Pflichtfeld aus</p>                                           | refused form_rejected
            200 | text/html        | <h1>Welcome</h1>                                                                      | silence
            200 | text/html        | <p>Thank you</p><p class=error>Invalid</p>                                            | silence
            200 | application/json | {"id": 1}                                                                             | silence
            403 | text/html        | forbidden                                                                             | refused form_403
            419 | text/html        | page expired                                                                          | refused form_419
            429 | text/html        |                                                                                       | again in PT5M
            500 | text/html        | oops                                                                                  | silence
            """)
    void what_the_page_says_afterwards_means(int status, String type, String body, String meaning) {
        // Given
        page(Map.of(), PLAIN).answers(status, Map.of("content-type", type + "; charset=utf-8"), body == null ? "" : body);

        // When
        var outcome = send();

        // Then
        assertThat(outcome.replace(" " + ID, "")).isEqualTo(meaning);
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
            <form method=post><textarea name=message></textarea><label>VAT <input name=v required></label><button>Go</button></form> | refused form_requires_more
            <form method=post><textarea name=message maxlength=10></textarea><button>Go</button></form>     | refused form_too_short_for_message
            <form method=post enctype=text/plain><textarea name=message></textarea><button>Go</button></form> | refused form_action_unsupported
            <form method=post action=http://127.0.0.2:8080/><textarea name=message></textarea><button>Go</button></form> | refused form_address_not_public
            """)
    void a_form_that_a_browser_without_scripts_could_not_send_is_refused_unsent(String html, String meaning) {
        // Given
        page(Map.of(), html);

        // When
        var outcome = send();

        // Then
        assertThat(outcome).isEqualTo(meaning);
        assertThat(stage.provider.asked()).extracting(Asked::method).containsExactly("GET");
    }

    @Test
    void the_address_that_one_is_sent_to_may_be_the_proof() {
        // Given
        page(Map.of(), PLAIN).answers(303, Map.of("location", "/danke"), "").answers(200, Map.of("content-type", HTML), "<h1>Acme</h1>");

        // When
        var outcome = send();

        // Then
        assertThat(outcome).isEqualTo("accepted " + ID);
        assertThat(stage.provider.asked()).extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly("GET /contact", "POST /send", "GET /danke");
    }

    @Test
    void a_page_that_sends_us_inside_is_refused() {
        // Given
        stage.provider.answers(302, Map.of("location", "http://127.0.0.2/latest/meta-data"), "");

        // When
        var outcome = send();

        // Then
        assertThat(outcome).isEqualTo("refused form_address_not_public");
    }

    @Test
    void a_page_that_sends_us_round_in_circles_is_left() {
        // Given
        stage.provider.answers(302, Map.of("location", "/contact"), "");

        // When
        var outcome = send();

        // Then
        assertThat(outcome).isEqualTo("refused form_too_many_redirects");
        assertThat(stage.provider.asked()).hasSize(6);
    }

    @Test
    void being_sent_inside_after_the_submission_leaves_it_open() {
        // Given
        page(Map.of(), PLAIN).answers(302, Map.of("location", "http://127.0.0.2/"), "");

        // When
        var outcome = send();

        // Then
        assertThat(outcome).isEqualTo("silence");
    }

    @Test
    void silence_before_the_submission_is_no_doubt_and_after_it_is() {
        // Given
        stage.provider.hangsUp();
        page(Map.of(), PLAIN).hangsUp();

        // When
        var outcomes = List.of(send(), send());

        // Then
        assertThat(outcomes).containsExactly("failed form_unreadable", "silence");
        assertThat(sender().recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void parts_are_sent_as_parts() {
        // Given
        page(Map.of(), PLAIN.replace("method=post", "method=post enctype=multipart/form-data")).answers(200, Map.of("content-type", HTML), THANKS);

        // When
        send();

        // Then
        var submitted = stage.provider.asked().getLast();
        assertThat(submitted.headers().get("content-type")).isEqualTo("multipart/form-data; boundary=ringback-" + ID);
        assertThat(submitted.body()).startsWith("--ringback-%s\r\ncontent-disposition: form-data; name=\"_token\"\r\n\r\nabc123\r\n".formatted(ID))
                .contains("name=\"your-message\"\r\n\r\nWe have a job for you.\r\nInterested?\r\n").endsWith("--ringback-%s--\r\n".formatted(ID));
    }

    @Test
    void thanks_that_stood_there_before_prove_nothing() {
        // Given
        page(Map.of(), PLAIN + "<footer>Thank you for visiting</footer>").answers(200, Map.of("content-type", HTML),
                PLAIN + "<footer>Thank you for visiting</footer>");

        // When
        var outcome = send();

        // Then
        assertThat(outcome).isEqualTo("silence");
    }

    private FakeProvider page(Map<String, String> headers, String html) {
        var all = new HashMap<>(Map.of("content-type", HTML));
        all.putAll(headers);
        return stage.provider.answers(200, all, html);
    }

    private String send() {
        return stage.send(sender(), message(MAPLE, "acme.example", new Content.Form(URI.create(stage.provider.url() + "/contact"), SAID)));
    }

    private WebFormSender sender() {
        return new WebFormSender(Connections.publicHttp(vertx), new Forms(new Http("Ringback test", Duration.ofSeconds(5))), stage.clock);
    }
}
