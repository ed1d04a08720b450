package dev.ringback.recruiting.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenRecruiting;
import dev.ringback.testing.HookCaller;
import dev.ringback.testing.RecruitingStage;

import static org.assertj.core.api.Assertions.assertThat;

/// What candidates write, as Meta hands it in: signed, in any number, in any order.
@QuarkusTest
class MessagesByHookTest extends RecruitingStage {

    private static final String OPENING = "agent: Hi Ada, are you interested? (read)";

    @Test
    void two_messages_at_the_same_moment_bring_one_question() throws InterruptedException {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);

        // When
        atOnce(() -> arrives(text(ada, "Yes")), () -> arrives(text(ada, "Yes, very much")));
        atOnce(Api::dispatch, Api::dispatch, Api::dispatch);
        work();

        // Then
        assertThat(chat(session)).filteredOn(line -> line.startsWith("user: ")).hasSize(2);
        assertThat(chat(session)).filteredOn(line -> line.startsWith("agent: When could you start?")).hasSize(1);
        assertThat(chat(session)).last().isEqualTo("agent: When could you start? (sent)");
        assertThat(database.query("select id from recruiting.session_objective_events where session_id = $1", session)).hasSize(1);
    }

    @Test
    void two_messages_in_one_webhook_bring_one_question() {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);

        // When
        arrives(text(ada, "Yes"), text(ada, "Yes, very much"));
        work();

        // Then
        assertThat(chat(session)).filteredOn(line -> line.startsWith("user: ")).hasSize(2);
        assertThat(chat(session)).filteredOn(line -> line.startsWith("agent: When could you start?")).hasSize(1);
    }

    @Test
    void the_same_webhook_five_times_is_one_message() throws InterruptedException {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);
        var message = text(ada, "yes");

        // When
        arrives(message);
        atOnce(() -> arrives(message), () -> arrives(message), () -> arrives(message));
        work();
        arrives(message);
        work();

        // Then
        assertThat(chat(session)).containsExactly(OPENING, "user: yes (delivered)", "agent: When could you start? (sent)");
    }

    @Test
    void receipts_out_of_order_only_raise_the_status() {
        // Given
        var session = opened(GivenRecruiting.number());
        var message = database.query("select id from engine.message where subject_id = $1 and direction = 'out'", session).getFirst().getUUID(0);

        // When
        reported(message, "read", 300);
        var read = chat(session);
        reported(message, "delivered", 120);
        reported(message, "sent", 60);
        reported(message, "failed", 180);

        // Then
        assertThat(read).containsExactly(OPENING);
        assertThat(chat(session)).isEqualTo(read);
        assertThat(at(row(session), "last_agent_msg_at")).hasToString("2026-03-02T10:00:00Z");
    }

    @Test
    void a_message_to_an_ended_session_is_kept_and_answered_by_nobody() {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);
        arrives(text(ada, "no"));
        work();
        var ended = chat(session);

        // When
        arrives(text(ada, "Or perhaps yes?"));
        work();

        // Then
        assertThat(chat(session)).hasSize(ended.size() + 1).last().isEqualTo("user: Or perhaps yes? (delivered)");
        assertThat(row(session).getString("session_status")).isEqualTo("completed");
        assertThat(row(session).getOffsetDateTime("next_reminder_at")).isNull();
    }

    @Test
    void an_unknown_number_gets_one_session_of_no_campaign() throws InterruptedException {
        // Given
        var stranger = GivenRecruiting.number();

        // When
        atOnce(() -> arrives(text(stranger, "Hello?")), () -> arrives(text(stranger, "Do you have work?")));
        atOnce(Api::dispatch, Api::dispatch, Api::dispatch);
        work();

        // Then
        var sessions = database.query("select session_id from recruiting.numbers where phone_number = $1", stranger);
        assertThat(sessions).hasSize(1);
        var session = sessions.getFirst().getString(0);
        assertThat(chat(session)).containsExactlyInAnyOrder("user: Hello? (delivered)", "user: Do you have work? (delivered)");
        assertThat(row(session).getString("campaign")).isNull();
        assertThat(row(session).getString("our_number")).isEqualTo(GivenRecruiting.OUR_NUMBER);
        assertThat(messages(session)).isEmpty();
    }

    @Test
    void media_are_named_beside_the_text() {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);

        // When
        arrives(message(ada, "image", Map.of("caption", "My certificate", "mime_type", "image/jpeg", "id", "media-1")));
        work();
        arrives(message(ada, "audio", Map.of("mime_type", "audio/ogg; codecs=opus", "id", "media-2")));
        work();

        // Then
        assertThat(chat(session)).endsWith("user: My certificate\n[image/jpeg] (delivered)", "user: [audio/ogg; codecs=opus] (delivered)");
    }

    @Test
    void a_text_of_64_kilobytes_is_kept_whole_and_read_at_its_beginning() {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);
        var text = "yes " + "é".repeat(32_766);

        // When
        arrives(text(ada, text));
        work();

        // Then
        assertThat(chat(session)).contains("user: %s (delivered)".formatted(text));
        assertThat(row(session).getJsonObject("objectives").getBoolean("interested")).isTrue();
        assertThat(chat(session)).last().isEqualTo("agent: When could you start? (sent)");
    }

    @Test
    void what_meta_did_not_sign_is_nobodys_word() {
        // Given
        var ada = GivenRecruiting.number();
        var session = opened(ada);

        // When
        HookCaller.unsignedMeta(call("messages", text(ada, "yes"))).statusCode(401);
        work();

        // Then
        assertThat(chat(session)).hasSize(1);
    }

    private static String opened(String number) {
        var session = GivenRecruiting.session(GivenRecruiting.campaign(Map.of()), number);
        tick();
        return session;
    }

    // A webhook's messages are worked by themselves.
    private static void work() {
        Api.dispatch();
        tick();
    }

    private static void arrives(JsonObject... messages) {
        HookCaller.meta(call("messages", messages)).statusCode(200);
    }

    private static void reported(UUID message, String status, long seconds) {
        HookCaller.meta(call("statuses", new JsonObject(Map.of("id", "wamid." + message, "status", status, "timestamp",
                Long.toString(Instant.parse("2026-03-02T10:00:00Z").plusSeconds(seconds).getEpochSecond()), "biz_opaque_callback_data",
                message.toString())))).statusCode(200);
        work();
    }

    private static JsonObject text(String from, String text) {
        return message(from, "text", Map.of("body", text));
    }

    private static JsonObject message(String from, String type, Map<String, Object> content) {
        return new JsonObject(Map.of("from", from.substring(1), "id", "wamid." + UUID.randomUUID(), "timestamp",
                Long.toString(Api.now().getEpochSecond()), "type", type, type, content));
    }

    private static String call(String member, JsonObject... events) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "messages", "value": {
                 "messaging_product": "whatsapp", "metadata": {"display_phone_number": "%s", "phone_number_id": "106540352242922"},
                 "%s": [%s]}}]}]}""".formatted(GivenRecruiting.OUR_NUMBER.substring(1), member,
                Stream.of(events).map(JsonObject::encode).collect(Collectors.joining(",")));
    }

    private static void atOnce(Runnable... calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(Stream.of(calls).map(Executors::callable).toList())) {
                succeeds(done);
            }
        }
    }

    private static void succeeds(Future<?> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }
}
