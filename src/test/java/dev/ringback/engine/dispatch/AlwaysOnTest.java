package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import dev.ringback.engine.wakeup.WakeUps;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;
import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// An instance that works the queue all the time, and has no Redis.
@QuarkusTest
@TestProfile(AlwaysOnTest.WithoutRedis.class)
class AlwaysOnTest extends QueueStage {

    private static final Duration POLL = Duration.ofSeconds(4);

    @Inject
    WakeUps wakeUps;
    @Inject
    WorkQueue queue;

    // The queue is never quiet enough to be emptied.
    @Override
    @BeforeEach
    void nothing_is_left_from_before() {
        Api.setClock("2026-03-02T15:30:00Z");
    }

    @Test
    void its_own_commit_wakes_it_at_once() {
        // Given
        var subject = UUID.randomUUID().toString();
        var work = new NewWork("engine", Rehearsal.KIND, null, "rehearsal", subject, "rehearsal:" + subject, clock.instant(), Map.of(), false);
        database.asService(tx -> queue.enqueue(tx, work)).await().indefinitely();
        var started = System.nanoTime();

        // When
        wakeUps.ring();
        eventually(() -> rehearsal.runs(subject) == 1);

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(POLL.dividedBy(2));
    }

    @Test
    void what_others_enqueued_is_found_by_polling() {
        // When
        var now = enqueue(Duration.ZERO);
        var soon = enqueue(Duration.ofMinutes(1));
        Api.advanceClock("PT1M");

        // Then
        eventually(() -> rehearsal.runs(now) == 1);
        eventually(() -> rehearsal.runs(soon) == 1);
    }

    @Test
    void what_a_dead_worker_held_is_taken_over() {
        // Given
        var subject = UUID.randomUUID().toString();
        sql.query("""
                with w as (
                    insert into engine.work (pack, kind, subject_id, dedupe_key, due_at) values ('engine', $1, $2, $2, '2026-03-02T15:00:00Z')
                    returning id
                )
                insert into engine.lease (worker, until, work_ids) select 'dead', clock_timestamp(), array[id] from w""", Rehearsal.KIND, subject);

        // When // Then
        eventually(() -> rehearsal.runs(subject) == 1);
    }

    public static class WithoutRedis implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ringback.wake-ups.enabled", "true", "quarkus.redis.hosts", "redis://127.0.0.1:1", "ringback.dispatch.poll",
                    POLL.toString(), "ringback.dispatch.sweep", "1s");
        }
    }
}
