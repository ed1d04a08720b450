package dev.ringback.engine.email;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.json.JsonObject;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.provider.ProviderStage;

import static dev.ringback.engine.provider.ProviderStage.ID;
import static dev.ringback.engine.provider.ProviderStage.message;
import static org.assertj.core.api.Assertions.assertThat;

/// Against a stand-in that speaks <https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send> over HTTP.
class SendGridSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple \"Roofing\"", "hello@maple.example", "sendgrid", null, "SG.tenant", null);
    private static final Content.Mail MAIL = new Content.Mail("Your roof", "Hi", "<p>Hi</p>", Map.of("List-Unsubscribe", "<https://x.example/u>"));

    private ProviderStage stage;

    private record SendGrid(URI baseUrl, Optional<String> apiKey, Duration timeout) implements EmailConfig.SendGrid {}

    private record Emails(EmailConfig.SendGrid sendgrid) implements EmailConfig {

        @Override
        public EmailConfig.Smtp smtp() {
            throw new UnsupportedOperationException();
        }

        @Override
        public EmailConfig.Resend resend() {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void open() throws IOException {
        stage = new ProviderStage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            202 | 14c5d75ce93.dfd.64b469 | | accepted 14c5d75ce93.dfd.64b469
            202 |    |                                                                                                           | silence
            400 | | {"errors":[{"message":"Not valid.","field":"personalizations.0.to.0.email"}]} | refused sendgrid_personalizations.0.to.0.email
            400 | | {"errors":[{"message":"The from email does not contain a valid address.","field":"from.email"}]} | failed sendgrid_from.email
            401 |    | {"errors":[{"message":"The provided authorization grant is invalid","field":null,"help":null}]}           | failed sendgrid_401
            403 | | {"errors":[{"message":"The from address does not match a verified Sender Identity","field":"from"}]} | failed sendgrid_from
            413 | | {"errors":[{"message":"too large"}]} | refused sendgrid_413
            429 | 12 | {"errors":[{"message":"too many requests"}]}                                                              | again in PT12S
            429 |    | {"errors":[{"message":"too many requests"}]}                                                              | again in PT30S
            503 |    | not json                                                                                                  | again in PT30S
            500 |    | {"errors":[{"message":"internal"}]}                                                                       | silence
            """)
    void each_answer_means(int status, String header, String body, String meaning) {
        // Given
        stage.provider.answers(status, headers(header), body == null ? "" : body);

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        assertThat(outcome).isEqualTo(meaning);
    }

    private static Map<String, String> headers(String header) {
        return header == null ? Map.of() : Map.of(header.length() < 3 ? "retry-after" : "x-message-id", header);
    }

    @Test
    void silence_after_the_request_was_taken_is_no_answer() {
        // Given
        stage.provider.saysNothing().hangsUp();
        var sender = sender(stage.provider.url());

        // When
        var outcomes = List.of(stage.send(sender, message(MAPLE, "sarah@people.example", MAIL)),
                stage.send(sender, message(MAPLE, "sarah@people.example", MAIL)));

        // Then
        assertThat(outcomes).containsExactly("silence", "silence");
        assertThat(stage.provider.asked()).hasSize(2);
        assertThat(sender.recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void a_provider_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = stage.send(sender(ProviderStage.nobody()), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        assertThat(outcome).isEqualTo("failed sendgrid_unreachable");
    }

    @Test
    void a_mail_is_handed_over_whole_with_plain_text_first_and_no_tracking_of_theirs() {
        // Given
        stage.provider.answers(202, Map.of("X-Message-Id", "1"), "");

        // When
        stage.send(sender(stage.provider.url()), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v3/mail/send");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer SG.tenant");
        assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                {"personalizations": [{"to": [{"email": "sarah@people.example"}], "custom_args": {"message": "%1$s"}}],
                 "from": {"email": "hello@maple.example", "name": "Maple Roofing"}, "subject": "Your roof",
                 "content": [{"type": "text/plain", "value": "Hi"}, {"type": "text/html", "value": "<p>Hi</p>"}],
                 "headers": {"List-Unsubscribe": "<https://x.example/u>", "Auto-Submitted": "auto-generated", "Message-ID": "<%1$s@maple.example>"},
                 "tracking_settings": {"click_tracking": {"enable": false}, "open_tracking": {"enable": false},
                                       "subscription_tracking": {"enable": false}}}""".formatted(ID)));
    }

    private SendGridSender sender(URI url) {
        return new SendGridSender(stage.http, new Emails(new SendGrid(url, Optional.empty(), ProviderStage.PATIENCE)), stage.clock);
    }
}
