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

/// Against a stand-in that speaks <https://resend.com/docs/api-reference/emails/send-email> over HTTP.
class ResendSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple \"Roofing\"", "hello@maple.example", "resend", null, null, null);
    private static final Content.Mail MAIL = new Content.Mail("Your roof", "Hi", "<p>Hi</p>", Map.of("List-Unsubscribe", "<https://x.example/u>"));

    private ProviderStage stage;

    private record Resend(URI baseUrl, Optional<String> apiKey, Duration timeout) implements EmailConfig.Resend {}

    @BeforeEach
    void open() throws IOException {
        stage = new ProviderStage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | | {"id":"49a3999c-0ce1-4ea6-ab68-afcd6dc2e794"} | accepted 49a3999c-0ce1-4ea6-ab68-afcd6dc2e794
            400 |    | {"statusCode":400,"name":"validation_error","message":"to"}                         | refused resend_validation_error
            422 |    | {"statusCode":422,"name":"missing_required_field","message":"subject"}              | refused resend_missing_required_field
            422 |    | {"statusCode":422,"name":"invalid_from_address","message":"from"}                   | failed resend_invalid_from_address
            401 |    | {"statusCode":401,"name":"missing_api_key","message":"no key"}                      | failed resend_missing_api_key
            403 |    | {"statusCode":403,"name":"invalid_api_key","message":"wrong key"}                   | failed resend_invalid_api_key
            403 |    | {"statusCode":403,"name":"validation_error","message":"domain not verified"}        | failed resend_validation_error
            409 |    | {"statusCode":409,"name":"concurrent_idempotent_requests","message":"in progress"}  | again in PT30S
            409 |    | {"statusCode":409,"name":"invalid_idempotent_request","message":"other payload"}    | silence
            429 | 7  | {"statusCode":429,"name":"rate_limit_exceeded","message":"too many"}                | again in PT7S
            429 |    | {"statusCode":429,"name":"daily_quota_exceeded","message":"quota"}                  | again in PT30S
            429 | Mon, 23 Nov 2026 10:00:20 GMT | {"name":"rate_limit_exceeded"}                           | again in PT20S
            429 | 99999 | {"name":"rate_limit_exceeded"}                                                   | again in PT1H
            503 | 0  |                                                                                     | again in PT1S
            500 |    | {"statusCode":500,"name":"internal_server_error","message":"oops"}                  | silence
            502 |    | <html>bad gateway</html>                                                            | silence
            200 |    | {"id":                                                                              | silence
            200 |    | <html>welcome to the hotel</html>                                                   | silence
            302 |    |                                                                                     | failed resend_302
            """)
    void each_answer_means(int status, String retryAfter, String body, String meaning) {
        // Given
        stage.provider.answers(status, retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter), body == null ? "" : body);

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        assertThat(outcome).isEqualTo(meaning);
    }

    @Test
    void a_mail_is_handed_over_whole_under_our_id() {
        // Given
        stage.provider.answers(200, "{\"id\":\"1\"}");

        // When
        stage.send(sender(stage.provider.url()), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /emails");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer re_own").containsEntry("idempotency-key", ID.toString());
        assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                {"from": "\\"Maple Roofing\\" <hello@maple.example>", "to": ["sarah@people.example"], "subject": "Your roof", "text": "Hi",
                 "html": "<p>Hi</p>", "headers": {"List-Unsubscribe": "<https://x.example/u>", "Auto-Submitted": "auto-generated"},
                 "tags": [{"name": "message", "value": "%s"}]}""".formatted(ID)));
    }

    @Test
    void a_tenants_key_is_taken_before_the_installations() {
        // Given
        stage.provider.answers(200, "{\"id\":\"1\"}");
        var tenant = new SenderIdentity("Maple", "hello@maple.example", "resend", null, "re_tenant", null);

        // When
        stage.send(sender(stage.provider.url()), message(tenant, "sarah@people.example", MAIL));

        // Then
        assertThat(stage.provider.asked().getFirst().headers()).containsEntry("authorization", "Bearer re_tenant");
    }

    @Test
    void silence_after_the_request_was_taken_is_no_answer_and_again_is_the_same_mail() {
        // Given
        stage.provider.saysNothing().hangsUp().answers(200, "{\"id\":\"1\"}");
        var sender = sender(stage.provider.url());
        var mail = message(MAPLE, "sarah@people.example", MAIL);

        // When
        var outcomes = List.of(stage.send(sender, mail), stage.send(sender, mail), stage.send(sender, mail));

        // Then
        assertThat(outcomes).containsExactly("silence", "silence", "accepted 1");
        assertThat(stage.provider.asked()).extracting(asked -> asked.headers().get("idempotency-key")).containsOnly(ID.toString());
        assertThat(sender.recovery()).isEqualTo(Recovery.SAME_KEY);
    }

    @Test
    void a_provider_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = stage.send(sender(ProviderStage.nobody()), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        assertThat(outcome).isEqualTo("failed resend_unreachable");
    }

    @Test
    void outside_of_live_the_real_address_is_never_called() {
        // When
        var outcome = stage.send(sender(URI.create("https://api.resend.com")), message(MAPLE, "sarah@people.example", MAIL));

        // Then
        assertThat(outcome).isEqualTo("failed resend_test_environment");
    }

    @Test
    void what_is_no_mail_is_refused() {
        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "sarah@people.example", new Content.Text("Hi", List.of())));

        // Then
        assertThat(outcome).isEqualTo("refused content_unsupported");
    }

    private ResendSender sender(URI url) {
        return new ResendSender(stage.http, new Emails(new Resend(url, Optional.of("re_own"), ProviderStage.PATIENCE)), stage.clock);
    }

    private record Emails(EmailConfig.Resend resend) implements EmailConfig {

        @Override
        public EmailConfig.Smtp smtp() {
            throw new UnsupportedOperationException();
        }

        @Override
        public EmailConfig.SendGrid sendgrid() {
            throw new UnsupportedOperationException();
        }
    }
}
