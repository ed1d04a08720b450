package dev.ringback.crash;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.security.Digests;
import dev.ringback.testing.Api;
import dev.ringback.testing.HookCaller;
import dev.ringback.testing.MailWorker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Somebody was written to on one channel and answers on another. The process dies right after the commit that takes the answer: nothing is
/// left to be done, and whoever works next sends nothing.
class KilledAfterAnswerIT {

    private static final String SECRET = "whsec_bG9jYWwtb25seS1tYWlsLWhvb2s=";
    private static final KillPoint TAKEN = KillPoint.after("thread.record_received");
    private static final Map<String, String> BY_HAND = Map.of("ringback.jobs.in-process", "false", "ringback.wake-ups.enabled", "false");
    private static final List<String> CHANNELS = List.of("email", "sms", "voice", "whatsapp", "web_form");
    private static final String NUMBER = "+14155550124";
    private static final String OURS = "+15125550100";
    private static final byte[] HASH_KEY = Base64.getDecoder().decode("bG9jYWwtb25seS1sb2NhbC1vbmx5LWxvY2FsLW9ubHk=");
    private static final String TEXT = """
            {"data": {"id": "in-%s", "event_type": "message.received", "occurred_at": "2026-03-02T15:29:00Z", "payload": {"id": "%s",
             "from": {"phone_number": "%s"}, "to": [{"phone_number": "%s"}], "text": "Tuesday at ten suits me."}}}""";
    private static final String WRITTEN = """
            insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, our_address, their_address,
                                        their_hash, status, provider, reference, sent_at)
            values ($1, 'growth', $2::uuid::text, 'lead', $3::uuid::text, 'written', 'out', $4::text, 'hello@maple.example', $5::text,
                    '\\x00', 'sent', 'earlier', $6, now())""";
    private static final String PLANNED = """
            with planned as (
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash,
                                            template_key, language, tone, status, planned_at)
                values (gen_random_uuid(), 'growth', $1::uuid::text, 'lead', $2::uuid::text, 'planned', 'out', $3::text, $4::text, '\\x00',
                        'lead-reply', 'en', 'Neutral', 'planned', now())
                returning id
            )
            select engine.enqueue('growth', 'engine.send', $1::uuid::text, 'lead', $2::uuid::text, 'engine.send:' || id, now() + interval '2 seconds',
                                  jsonb_build_object('message', id), p_stop_on_reply => true) from planned""";

    private static Postbox postbox;
    private static Stage stage;
    private static Stage.Client client;

    /// Kills whoever has just taken an answer.
    private static final class Killer implements Witness {

        @Override
        public boolean reached(App app, Set<KillPoint> points) {
            if (app.isAlive() && points.contains(TAKEN)) {
                app.kill();
            }
            return !app.isAlive();
        }
    }

    @BeforeAll
    static void open() throws IOException {
        var killer = new Killer();
        postbox = new Postbox(killer, new PatientProvider());
        stage = new Stage(killer, postbox);
        var first = stage.start("answer-first", BY_HAND);
        first.awaitUp();
        client = stage.register(first, "maple");
        first.kill();
    }

    @AfterAll
    static void close() throws IOException {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "voice", "whatsapp", "web_form"})
    void everything_has_stopped_in_the_commit_of_the_answer(String written) throws IOException {
        // Given
        var sarah = "lead.%s@people.example".formatted(UUID.randomUUID());
        var lead = lead(sarah);
        var reference = "%s@maple.example".formatted(UUID.randomUUID());
        stage.query(WRITTEN, UUID.randomUUID(), client.id(), lead, "email", sarah, reference);
        stage.query(WRITTEN, UUID.randomUUID(), client.id(), lead, written, "+14155550123", null);
        CHANNELS.forEach(channel -> stage.query(PLANNED, client.id(), lead, channel, channel.equals("email") ? sarah : "+14155550123"));
        var app = stage.start("answer-" + written, BY_HAND);
        app.awaitUp();

        // When
        handIn(app, MailWorker.mail(sarah, "hello@maple.example", "<%s>".formatted(reference), "Tuesday at ten suits me."));
        tickUntilDead(app);

        // Then
        assertThat(standings(lead)).containsExactly("in received null 1", "out cancelled answered 5", "out replied null 1", "out sent null 1");
        assertThat(stage.query("select kind from engine.work where subject_id = $1::uuid::text", lead)).isEmpty();
        assertThat(stage.query("select 1 from growth.lead_actions where lead_id = $1 and detail = 'replied'", lead)).hasSize(1);
        nextSendsNothing(written, sarah);
    }

    // A text names no mail: its conversation is found by the two numbers.
    @Test
    void everything_has_stopped_in_the_commit_of_a_text_that_answers_a_mail() throws IOException {
        // Given
        var sarah = "lead.%s@people.example".formatted(UUID.randomUUID());
        var lead = lead(sarah);
        stage.query(WRITTEN, UUID.randomUUID(), client.id(), lead, "sms", NUMBER, null);
        stage.query("update engine.message set their_hash = $1, our_address = $2 where subject_id = $3::uuid::text",
                Buffer.buffer(Digests.hmacSha256(HASH_KEY, NUMBER.getBytes(UTF_8))), OURS, lead);
        stage.query(WRITTEN, UUID.randomUUID(), client.id(), lead, "email", sarah, "%s@maple.example".formatted(UUID.randomUUID()));
        CHANNELS.forEach(channel -> stage.query(PLANNED, client.id(), lead, channel, channel.equals("email") ? sarah : NUMBER));
        var app = stage.start("answer-email", BY_HAND);
        app.awaitUp();

        // When
        handInText(app, TEXT.formatted(UUID.randomUUID(), UUID.randomUUID(), NUMBER, OURS));
        tickUntilDead(app);

        // Then
        assertThat(standings(lead)).containsExactly("in received null 1", "out cancelled answered 5", "out replied null 1", "out sent null 1");
        assertThat(stage.query("select kind from engine.work where subject_id = $1::uuid::text", lead)).isEmpty();
        nextSendsNothing("email", sarah);
    }

    private static void handInText(App app, String json) throws IOException {
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var answer = app.post("hooks/telnyx", json, "telnyx-timestamp", timestamp, "telnyx-signature-ed25519",
                HookCaller.telnyxSignature(timestamp, json));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void nextSendsNothing(String written, String sarah) throws IOException {
        Stage.pause(2_500);
        var next = stage.start("answer-after-" + written, BY_HAND);
        next.awaitUp();
        tick(next);
        assertThat(postbox.taken()).noneMatch(mail -> List.of(sarah, "+14155550123", NUMBER).contains(mail.message().to()));
        next.kill();
    }

    // Imported, so that nothing is planned but what the test plans.
    private static UUID lead(String email) {
        return stage.query("insert into growth.lead_memory (client_id, email, name, message)"
                + " select $1, $2, 'Sarah Chen', 'Hi! Our roof leaks.' from (select set_config('engine.import', 'on', true)) as imported"
                + " returning id", client.id(), email).getFirst().getUUID(0);
    }

    private static void handIn(App app, String mime) throws IOException {
        var id = UUID.randomUUID().toString();
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var answer = app.post("hooks/mail", mime, "webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature",
                StandardWebhooks.sign(id, timestamp, mime.getBytes(UTF_8), SECRET));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void tickUntilDead(App app) {
        var end = System.nanoTime() + Sightings.PATIENCE.toNanos();
        while (app.isAlive()) {
            assertThat(System.nanoTime()).as("nobody took the answer").isLessThan(end);
            tick(app);
        }
    }

    private static void tick(App app) {
        try {
            app.post("jobs/dispatch-due", "", "x-job-secret", Api.JOB_SECRET);
        } catch (IOException _) {
            // Killed.
        }
    }

    private static List<String> standings(UUID lead) {
        return stage.query("select direction || ' ' || status || ' ' || coalesce(reason, 'null') || ' ' || count(*) from engine.message"
                + " where subject_id = $1::uuid::text group by direction, status, reason order by 1", lead).stream()
                .map(row -> row.getString(0)).toList();
    }
}
