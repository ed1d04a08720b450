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

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.provider.ProviderStage;

import static dev.ringback.engine.provider.ProviderStage.ID;
import static dev.ringback.engine.provider.ProviderStage.message;
import static org.assertj.core.api.Assertions.assertThat;

/// Against a stand-in that speaks <https://www.twilio.com/docs/messaging/api/message-resource> over HTTP.
class TwilioSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple Roofing", "+14165550100", "twilio", null, null, null);
    private static final Content.Text TEXT = new Content.Text("Hi Zoë & co", List.of());

    private ProviderStage stage;

    private record Sms(SmsConfig.Twilio twilio) implements SmsConfig {

        @Override
        public SmsConfig.Telnyx telnyx() {
            throw new UnsupportedOperationException();
        }
    }

    private record Twilio(URI baseUrl, Optional<String> accountSid, Optional<String> authToken, Duration timeout) implements SmsConfig.Twilio {}

    @BeforeEach
    void open() throws IOException {
        stage = new ProviderStage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            201 | | {"sid":"SM0123456789abcdef","status":"queued","num_segments":"1","price":null} | accepted SM0123456789abcdef
            201 | | {"sid":"SM0123456789abcdef","status":"sent","price":"-0.00750","price_unit":"USD"} | accepted SM0123456789abcdef for 7500 USD
            400 |    | {"code":21211,"message":"Invalid 'To' Phone Number","status":400}                      | refused twilio_21211
            400 |    | {"code":21610,"message":"Attempt to send to unsubscribed recipient","status":400}      | refused twilio_21610
            400 |    | {"code":21614,"message":"'To' number is not a valid mobile number","status":400}       | refused twilio_21614
            400 |    | {"code":21617,"message":"The concatenated message body exceeds 1600","status":400}     | refused twilio_21617
            400 |    | {"code":21408,"message":"Permission to send to the region","status":400}               | failed twilio_21408
            400 |    | {"code":21606,"message":"The From phone number is not valid","status":400}             | failed twilio_21606
            400 |    | {"code":21611,"message":"This From number has exceeded the maximum queue","status":400} | again in PT30S
            401 |    | {"code":20003,"message":"Authenticate","status":401}                                   | failed twilio_20003
            403 |    | {"code":20403,"message":"Forbidden","status":403}                                      | failed twilio_20403
            404 |    | {"code":20404,"message":"The requested resource was not found","status":404}           | failed twilio_20404
            429 | 3  | {"code":20429,"message":"Too Many Requests","status":429}                              | again in PT3S
            429 |    | {"code":20429,"message":"Too Many Requests","status":429}                              | again in PT30S
            503 |    | {"code":20503,"message":"Service unavailable","status":503}                            | again in PT30S
            500 |    | {"code":20500,"message":"Internal Server Error","status":500}                          | silence
            504 |    |                                                                                        | silence
            201 |    | {"sid":"SM                                                                             | silence
            400 |    | not what was documented                                                                | refused twilio_400
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
    void a_text_is_handed_over_with_an_address_for_reports_that_names_it() {
        // Given
        stage.provider.answers(201, "{\"sid\":\"SM1\"}");
        var text = new Content.Text("Hi Zoë & co", List.of(URI.create("https://x.example/a.png"), URI.create("https://x.example/b.png")));

        // When
        stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", text));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /2010-04-01/Accounts/ACown/Messages.json");
        assertThat(asked.headers()).containsEntry("authorization", "Basic QUNvd246b3du")
                .containsEntry("content-type", "application/x-www-form-urlencoded");
        assertThat(asked.form()).isEqualTo(Map.of("To", "+14165550123", "From", "+14165550100", "Body", "Hi Zoë & co",
                "MediaUrl", "https://x.example/a.png,https://x.example/b.png",
                "StatusCallback", "https://ringback.example/functions/v1/hooks/twilio?message=" + ID));
    }

    @Test
    void a_tenants_account_goes_with_its_own_token() {
        // Given
        stage.provider.answers(201, "{\"sid\":\"SM1\"}");
        var tenant = new SenderIdentity("Maple", "MG0123456789abcdef0123456789abcdef", "twilio", "ACtenant", "tenant", null);

        // When
        stage.send(sender(stage.provider.url()), message(tenant, "+14165550123", TEXT));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.path()).contains("/Accounts/ACtenant/");
        assertThat(asked.headers()).containsEntry("authorization", "Basic QUN0ZW5hbnQ6dGVuYW50");
        assertThat(asked.form()).containsKey("MessagingServiceSid").doesNotContainKey("From");
    }

    @Test
    void a_tenants_account_without_token_is_not_tried_with_ours() {
        // Given
        var tenant = new SenderIdentity("Maple", "+14165550100", "twilio", "ACtenant", null, null);

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(tenant, "+14165550123", TEXT));

        // Then
        assertThat(outcome).isEqualTo("failed twilio_no_key");
        assertThat(stage.provider.asked()).isEmpty();
    }

    @Test
    void silence_after_the_request_was_taken_is_no_answer_and_nothing_can_be_asked() {
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
        assertThat(outcome).isEqualTo("failed twilio_unreachable");
    }

    @Test
    void outside_of_live_the_real_address_is_never_called() {
        // When
        var outcome = stage.send(sender(URI.create("https://api.twilio.com")), message(MAPLE, "+14165550123", TEXT));

        // Then
        assertThat(outcome).isEqualTo("failed twilio_test_environment");
    }

    private TwilioSender sender(URI url) {
        return new TwilioSender(stage.http, new Sms(new Twilio(url, Optional.of("ACown"), Optional.of("own"), ProviderStage.PATIENCE)),
                stage.callbacks, stage.clock);
    }
}
