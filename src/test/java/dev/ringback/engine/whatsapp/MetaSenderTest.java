package dev.ringback.engine.whatsapp;

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

/// Against a stand-in that speaks <https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages> over HTTP.
class MetaSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple Roofing", "+14165550100", "meta", null, null, null);
    private static final Content.ApprovedTemplate TEMPLATE = new Content.ApprovedTemplate("visit_reminder", "en_US", List.of("Sarah", "Tuesday"));

    private ProviderStage stage;

    private record WhatsApp(WhatsAppConfig.Meta meta) implements WhatsAppConfig {}

    private record Meta(URI baseUrl, Optional<String> phoneNumberId, Optional<String> accessToken, Duration timeout)
            implements
                WhatsAppConfig.Meta {}

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
            200 | | {"messaging_product":"whatsapp","messages":[{"id":"wamid.HBgL","message_status":"accepted"}]} | accepted wamid.HBgL
            400 |    | {"error":{"message":"Message undeliverable","code":131026,"error_data":{"details":""}}}   | refused meta_131026
            400 |    | {"error":{"message":"Re-engagement message","code":131047}}                              | refused meta_131047
            400 |    | {"error":{"message":"(#132000) Number of parameters does not match","code":132000}}      | refused meta_132000
            404 |    | {"error":{"message":"Template name does not exist in the translation","code":132001}}    | failed meta_132001
            400 |    | {"error":{"message":"Template is paused","code":132015}}                                 | failed meta_132015
            401 |    | {"error":{"message":"Error validating access token","code":190}}                         | failed meta_190
            400 |    | {"error":{"message":"Business eligibility payment issue","code":131042}}                 | failed meta_131042
            400 |    | {"error":{"message":"(#130429) Rate limit hit","code":130429}}                           | again in PT30S
            400 |    | {"error":{"message":"(Business Account, Consumer Account) pair rate limit","code":131056}} | again in PT30S
            429 | 5  | {"error":{"message":"Too many calls","code":80007}}                                      | again in PT5S
            400 |    | {"error":{"message":"Something went wrong","code":131000}}                               | silence
            500 |    | {"error":{"message":"Something went wrong","code":131000}}                               | silence
            503 |    | {"error":{"message":"Service temporarily unavailable","code":131016}}                    | again in PT30S
            200 |    | {"messages":[]}                                                                          | silence
            200 |    | {"messages":[{                                                                           | silence
            """)
    void each_answer_means(int status, String retryAfter, String body, String meaning) {
        // Given
        stage.provider.answers(status, retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter), body == null ? "" : body);

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", TEMPLATE));

        // Then
        assertThat(outcome).isEqualTo(meaning);
    }

    @Test
    void silence_after_the_request_was_taken_is_no_answer() {
        // Given
        stage.provider.saysNothing().hangsUp();
        var sender = sender(stage.provider.url());

        // When
        var outcomes =
                List.of(stage.send(sender, message(MAPLE, "+14165550123", TEMPLATE)), stage.send(sender, message(MAPLE, "+14165550123", TEMPLATE)));

        // Then
        assertThat(outcomes).containsExactly("silence", "silence");
        assertThat(stage.provider.asked()).hasSize(2);
        assertThat(sender.recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void a_provider_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = stage.send(sender(ProviderStage.nobody()), message(MAPLE, "+14165550123", TEMPLATE));

        // Then
        assertThat(outcome).isEqualTo("failed meta_unreachable");
    }

    @Test
    void a_template_is_handed_over_with_its_parameters_and_our_id() {
        // Given
        stage.provider.answers(200, "{\"messages\":[{\"id\":\"1\"}]}");

        // When
        stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", TEMPLATE));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /1055/messages");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer EAAown");
        assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "+14165550123", "biz_opaque_callback_data": "%s",
                 "type": "template", "template": {"name": "visit_reminder", "language": {"code": "en_US"},
                   "components": [{"type": "body", "parameters": [{"type": "text", "text": "Sarah"}, {"type": "text", "text": "Tuesday"}]}]}}"""
                .formatted(ID)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Hi                        |                               | {"type":"text","text":{"body":"Hi","preview_url":false}}
            See https://x.example     |                               | {"type":"text","text":{"body":"See https://x.example","preview_url":true}}
            Roof                      | https://x.example/a/roof.JPG?w=1 | {"type":"image","image":{"link":"https://x.example/a/roof.JPG?w=1","caption":"Roof"}}
            Roof                      | https://x.example/roof.mp4    | {"type":"video","video":{"link":"https://x.example/roof.mp4","caption":"Roof"}}
            Listen                    | https://x.example/a.mp3       | {"type":"document","document":{"link":"https://x.example/a.mp3","caption":"Listen","filename":"a.mp3"}}
            Offer                     | https://x.example/offer.pdf   | {"type":"document","document":{"link":"https://x.example/offer.pdf","caption":"Offer","filename":"offer.pdf"}}
            """)
    void a_session_message_is_text_or_one_medium_with_it(String text, String medium, String said) {
        // Given
        stage.provider.answers(200, "{\"messages\":[{\"id\":\"1\"}]}");
        var media = Optional.ofNullable(medium).map(URI::create).stream().toList();

        // When
        stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", new Content.Text(text, media)));

        // Then
        assertThat(new JsonObject(stage.provider.asked().getFirst().body()).getMap()).containsAllEntriesOf(new JsonObject(said).getMap());
    }

    @Test
    void two_media_are_more_than_one_message_says() {
        // Given
        var text = new Content.Text("Roof", List.of(URI.create("https://x.example/a.png"), URI.create("https://x.example/b.png")));

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", text));

        // Then
        assertThat(outcome).isEqualTo("refused content_unsupported");
    }

    private MetaSender sender(URI url) {
        return new MetaSender(stage.http, new WhatsApp(new Meta(url, Optional.of("1055"), Optional.of("EAAown"), ProviderStage.PATIENCE)),
                stage.clock);
    }
}
