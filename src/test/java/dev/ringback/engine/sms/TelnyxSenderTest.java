package dev.ringback.engine.sms;

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

/// Against a stand-in that speaks <https://developers.telnyx.com/docs/messaging/messages/send-message> over HTTP.
class TelnyxSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple Roofing", "+14165550100", "telnyx", null, null, null);
    private static final Content.Text TEXT = new Content.Text("Hi Zoë", List.of());

    private ProviderStage stage;

    private record Telnyx(URI baseUrl, Optional<String> apiKey, Duration timeout) implements SmsConfig.Telnyx {}

    private record Sms(SmsConfig.Telnyx telnyx) implements SmsConfig {

        @Override
        public SmsConfig.Twilio twilio() {
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
            200 | | {"data":{"id":"40385f64-5717","parts":1,"to":[{"status":"queued"}]}} | accepted 40385f64-5717
            200 | | {"data":{"id":"40385f64","cost":{"amount":"0.0051","currency":"USD"}}} | accepted 40385f64 for 5100 USD
            400 |    | {"errors":[{"code":"40310","title":"Invalid 'to' address"}]}                               | refused telnyx_40310
            403 |    | {"errors":[{"code":"40300","title":"Blocked due to STOP message"}]}                        | refused telnyx_40300
            422 |    | {"errors":[{"code":"40302","title":"Message too large"}]}                                  | refused telnyx_40302
            422 |    | {"errors":[{"code":"40305","title":"Invalid 'from' address"}]}                             | failed telnyx_40305
            400 |    | {"errors":[{"code":"40318","title":"Message queue full"}]}                                 | again in PT30S
            401 |    | {"errors":[{"code":"10009","title":"Authentication failed"}]}                              | failed telnyx_10009
            404 |    | {"errors":[{"code":"10005","title":"Resource not found"}]}                                 | failed telnyx_10005
            429 | 2  | {"errors":[{"code":"10011","title":"Too many requests"}]}                                  | again in PT2S
            503 |    |                                                                                            | again in PT30S
            500 |    | {"errors":[{"code":"10007","title":"Unexpected error"}]}                                   | silence
            200 |    | {"data":                                                                                   | silence
            422 |    | {"errors":{"code":1}}                                                                      | refused telnyx_422
            """)
    void each_answer_means(int status, String retryAfter, String body, String meaning) {
        // Given
        stage.provider.answers(status, retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter), body == null ? "" : body);

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", TEXT));

        // Then
        assertThat(outcome).isEqualTo(meaning);
    }

    @Test
    void silence_after_the_request_was_taken_is_no_answer() {
        // Given
        stage.provider.saysNothing().hangsUp();
        var sender = sender(stage.provider.url());

        // When
        var outcomes = List.of(stage.send(sender, message(MAPLE, "+14165550123", TEXT)), stage.send(sender, message(MAPLE, "+14165550123", TEXT)));

        // Then
        assertThat(outcomes).containsExactly("silence", "silence");
        assertThat(stage.provider.asked()).hasSize(2);
        assertThat(sender.recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void a_provider_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = stage.send(sender(ProviderStage.nobody()), message(MAPLE, "+14165550123", TEXT));

        // Then
        assertThat(outcome).isEqualTo("failed telnyx_unreachable");
    }

    @Test
    void a_text_is_handed_over_with_an_address_for_reports_that_names_it() {
        // Given
        stage.provider.answers(200, "{\"data\":{\"id\":\"1\"}}");
        var tenant = new SenderIdentity("Maple", "+14165550100", "telnyx", "profile-1", "KEYtenant", null);

        // When
        stage.send(sender(stage.provider.url()),
                message(tenant, "+14165550123", new Content.Text("Hi", List.of(URI.create("https://x.example/a.png")))));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v2/messages");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer KEYtenant");
        assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                {"from": "+14165550100", "to": "+14165550123", "text": "Hi", "messaging_profile_id": "profile-1",
                 "media_urls": ["https://x.example/a.png"],
                 "webhook_url": "https://ringback.example/functions/v1/hooks/telnyx?message=%s"}""".formatted(ID)));
    }

    private TelnyxSender sender(URI url) {
        return new TelnyxSender(stage.http, new Sms(new Telnyx(url, Optional.of("KEYown"), ProviderStage.PATIENCE)), stage.callbacks, stage.clock);
    }
}
