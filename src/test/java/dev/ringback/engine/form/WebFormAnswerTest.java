package dev.ringback.engine.form;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.channel.Recovery;

import static dev.ringback.engine.form.FormStage.HTML;
import static dev.ringback.engine.form.FormStage.PLAIN;
import static dev.ringback.engine.provider.ProviderStage.ID;
import static org.assertj.core.api.Assertions.assertThat;

/// Pages over real HTTP: what counts as sent.
class WebFormAnswerTest {

    private FormStage stage;

    @BeforeEach
    void open() throws IOException {
        stage = new FormStage();
    }

    @AfterEach
    void close() {
        stage.close();
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
        stage.page(Map.of(), PLAIN).answers(status, Map.of("content-type", type + "; charset=utf-8"), body == null ? "" : body);

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome.replace(" " + ID, "")).isEqualTo(meaning);
    }

    @Test
    void the_address_that_one_is_sent_to_may_be_the_proof() {
        // Given
        stage.page(Map.of(), PLAIN).answers(303, Map.of("location", "/danke"), "").answers(200, Map.of("content-type", HTML), "<h1>Acme</h1>");

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo("accepted " + ID);
        assertThat(stage.provider.asked()).extracting(asked -> asked.method() + " " + asked.path())
                .containsExactly("GET /contact", "POST /send", "GET /danke");
    }

    @Test
    void being_sent_inside_after_the_submission_leaves_it_open() {
        // Given
        stage.page(Map.of(), PLAIN).answers(302, Map.of("location", "http://127.0.0.2/"), "");

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo("silence");
    }

    @Test
    void silence_before_the_submission_is_no_doubt_and_after_it_is() {
        // Given
        stage.provider.hangsUp();
        stage.page(Map.of(), PLAIN).hangsUp();

        // When
        var outcomes = List.of(stage.send(), stage.send());

        // Then
        assertThat(outcomes).containsExactly("failed form_unreadable", "silence");
        assertThat(stage.sender().recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void thanks_that_stood_there_before_prove_nothing() {
        // Given
        stage.page(Map.of(), PLAIN + "<footer>Thank you for visiting</footer>").answers(200, Map.of("content-type", HTML),
                PLAIN + "<footer>Thank you for visiting</footer>");

        // When
        var outcome = stage.send();

        // Then
        assertThat(outcome).isEqualTo("silence");
    }
}
