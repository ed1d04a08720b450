package dev.ringback.engine.voice;

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

/// Against a stand-in that speaks <https://developers.telnyx.com/api-reference/call-commands/dial> over HTTP.
class TelnyxCallSenderTest {

    private static final SenderIdentity MAPLE = new SenderIdentity("Maple Roofing & Söhne", "+14165550100", "telnyx", null, null, null);
    private static final Content.Call CALL =
            new Content.Call("Hi, this is Maple.", Map.of("prompt", "Book a visit.", "roof", "slate", "max_duration_seconds", 300));

    private ProviderStage stage;

    private static final String STATE = "eyJtZXNzYWdlIjoiNmYxYzJmMGUtNWIxZC01ZDJhLTlkMzUtMGM3YTNhMWY0YjExIn0=";

    private record Voice(VoiceConfig.Telnyx telnyx) implements VoiceConfig {}

    private record Telnyx(URI baseUrl) implements VoiceConfig.Telnyx {

        @Override
        public Optional<String> apiKey() {
            return Optional.of("KEYown");
        }

        @Override
        public Optional<String> connectionId() {
            return Optional.of("conn-1");
        }

        @Override
        public Optional<String> assistantId() {
            return Optional.of("assistant-1");
        }

        @Override
        public String answeringMachineDetection() {
            return "detect";
        }

        @Override
        public Duration ringing() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration timeout() {
            return ProviderStage.PATIENCE;
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
            200 |    | {"data":{"call_control_id":"v3:MdI91X4l","call_leg_id":"1","call_session_id":"2","is_alive":false}} | accepted v3:MdI91X4l
            422 |    | {"errors":[{"code":"10016","title":"Phone number must be in +E.164 format"}]}              | refused telnyx_10016
            403 |    | {"errors":[{"code":"10010","title":"Authorization failed"}]}                               | failed telnyx_10010
            401 |    | {"errors":[{"code":"10009","title":"Authentication failed"}]}                              | failed telnyx_10009
            429 | 4  | {"errors":[{"code":"10011","title":"Too many requests"}]}                                  | again in PT4S
            503 |    |                                                                                            | again in PT30S
            500 |    | {"errors":[{"code":"10007","title":"Unexpected error"}]}                                   | silence
            200 |    | {"data":{}}                                                                                | silence
            """)
    void each_answer_means(int status, String retryAfter, String body, String meaning) {
        // Given
        stage.provider.answers(status, retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter), body == null ? "" : body);

        // When
        var outcome = stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", CALL));

        // Then
        assertThat(outcome).isEqualTo(meaning);
    }

    @Test
    void silence_after_the_request_was_taken_is_no_answer() {
        // Given
        stage.provider.saysNothing().hangsUp();
        var sender = sender(stage.provider.url());

        // When
        var outcomes = List.of(stage.send(sender, message(MAPLE, "+14165550123", CALL)), stage.send(sender, message(MAPLE, "+14165550123", CALL)));

        // Then
        assertThat(outcomes).containsExactly("silence", "silence");
        assertThat(stage.provider.asked()).hasSize(2);
        assertThat(sender.recovery()).isEqualTo(Recovery.NONE);
    }

    @Test
    void a_provider_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = stage.send(sender(ProviderStage.nobody()), message(MAPLE, "+14165550123", CALL));

        // Then
        assertThat(outcome).isEqualTo("failed telnyx_unreachable");
    }

    @Test
    void a_call_is_dialled_with_our_id_as_state() {
        // Given
        stage.provider.answers(200, "{\"data\":{\"call_control_id\":\"1\"}}");

        // When
        stage.send(sender(stage.provider.url()), message(MAPLE, "+14165550123", CALL));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v2/calls");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer KEYown");
        assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                {"connection_id": "conn-1", "to": "+14165550123", "from": "+14165550100", "from_display_name": "Maple Roofing   S hne",
                 "client_state": "%s", "command_id": "%s", "timeout_secs": 30, "time_limit_secs": 300, "answering_machine_detection": "detect",
                 "webhook_url": "https://ringback.example/functions/v1/hooks/telnyx?message=%s"}""".formatted(STATE, ID, ID)));
    }

    @Test
    void the_agent_gets_its_prompt_the_facts_and_what_to_say_first() {
        // Given
        stage.provider.answers(200, "{\"data\":{\"result\":\"ok\"}}");

        // When
        var started = agent(stage.provider.url()).start(MAPLE, "v3:a/b", ID, CALL).await().atMost(Duration.ofSeconds(20));

        // Then
        var asked = stage.provider.asked().getFirst();
        assertThat(started).isTrue();
        assertThat(asked.path()).isEqualTo("/v2/calls/v3%3Aa%2Fb/actions/ai_assistant_start");
        assertThat(new JsonObject(asked.body())).isEqualTo(new JsonObject("""
                {"assistant": {"id": "assistant-1", "instructions": "Book a visit.\\n\\nroof: slate"}, "greeting": "Hi, this is Maple.",
                 "client_state": "%s", "command_id": "%s"}""".formatted(STATE, ID)));
    }

    @Test
    void a_call_that_has_ended_has_no_agent() {
        // Given
        stage.provider.answers(422, "{\"errors\":[{\"code\":\"90018\",\"title\":\"Call has already ended\"}]}");

        // When
        var started = agent(stage.provider.url()).start(MAPLE, "v3:a", ID, CALL).await().atMost(Duration.ofSeconds(20));

        // Then
        assertThat(started).isFalse();
    }

    private TelnyxCallSender sender(URI url) {
        return new TelnyxCallSender(stage.http, config(url), stage.callbacks, stage.clock);
    }

    private CallAgent agent(URI url) {
        return new CallAgent(stage.http, config(url));
    }

    private static Voice config(URI url) {
        return new Voice(new Telnyx(url));
    }
}
