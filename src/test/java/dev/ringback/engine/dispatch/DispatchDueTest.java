package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.work.Outcome;
import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// The queue under its own rules: once, on time, fenced by the lease.
@QuarkusTest
class DispatchDueTest extends QueueStage {

    @Inject
    Worker worker;

    @Test
    void ticks_that_overlap_do_each_piece_once() {
        // Given
        var subjects = IntStream.range(0, 500).mapToObj(_ -> UUID.randomUUID().toString()).toList();
        enqueue(null, subjects.stream(), Duration.ZERO);

        // When
        var ticks = Uni.join().all(IntStream.range(0, 8).mapToObj(_ -> dispatch.run(JobBudget.OWN)).toList()).andFailFast().await().indefinitely();

        // Then
        assertThat(subjects).allSatisfy(subject -> assertThat(rehearsal.runs(subject)).isEqualTo(1));
        assertThat(ticks.stream().mapToInt(JobReport::done).sum()).isEqualTo(500);
        assertThat(sql.query("select id from engine.work union all select ord from engine.ready union all select id from engine.lease")).isEmpty();
    }

    @Test
    void work_waits_for_its_time() {
        // Given
        var subject = enqueue(Duration.ofMinutes(10));

        // When
        var early = tick();
        Api.advanceClock("PT9M59S");
        tick();
        var runsBefore = rehearsal.runs(subject);
        Api.advanceClock("PT1S");
        tick();

        // Then
        assertThat(early.nextDue()).isEqualTo(Instant.parse("2026-03-02T15:40:00Z"));
        assertThat(runsBefore).isZero();
        assertThat(rehearsal.runs(subject)).isEqualTo(1);
    }

    @Test
    void a_worker_that_lost_its_lease_changes_nothing() {
        // Given
        var subject = enqueue(Duration.ZERO);
        var late = claim(0);
        sweep();
        var second = claim(30);

        // When
        var held = complete(late, new Outcome.Failed("too late"));

        // Then
        assertThat(held).isFalse();
        assertThat(second.items()).singleElement().satisfies(work -> assertThat(work.attempts()).isEqualTo(2));
        assertThat(sql.query("select last_error from engine.work where subject_id = $1", subject).getFirst().getString("last_error"))
                .isEqualTo("the lease ran out");
        assertThat(complete(second, new Outcome.Done())).isTrue();
        assertThat(sql.query("select id from engine.work where subject_id = $1", subject)).isEmpty();
    }

    @Test
    void what_a_dead_worker_held_runs_again() {
        // Given
        var subject = enqueue(Duration.ZERO);
        claim(0);

        // When
        tick();

        // Then
        assertThat(rehearsal.runs(subject)).isEqualTo(1);
        assertThat(sql.query("select id from engine.lease")).isEmpty();
    }

    @Test
    void snoozing_costs_no_attempt() {
        // Given
        var subject = enqueue(Duration.ZERO);
        rehearsal.play(subject, () -> Uni.createFrom().item(new Outcome.Snoozed(clock.instant().plusSeconds(60), "not yet")));

        // When
        tick();
        Api.advanceClock("PT1M");
        tick();

        // Then
        var row = sql.query("select attempts, last_error from engine.work where subject_id = $1", subject).getFirst();
        assertThat(rehearsal.runs(subject)).isEqualTo(2);
        assertThat(row.getInteger("attempts")).isZero();
        assertThat(row.getString("last_error")).isEqualTo("not yet");
    }

    @Test
    void what_fails_comes_back_later_and_ends_as_a_dead_letter() {
        // Given
        var subject = enqueue(Duration.ZERO);
        rehearsal.play(subject, () -> Uni.createFrom().failure(new IllegalStateException("broken world")));

        // When
        tick();
        var runsAtOnce = rehearsal.runs(subject);
        tick();
        var runsWithoutWaiting = rehearsal.runs(subject);
        IntStream.range(0, 8).forEach(_ -> {
            Api.advanceClock("PT2H");
            tick();
        });

        // Then
        assertThat(List.of(runsAtOnce, runsWithoutWaiting, rehearsal.runs(subject))).containsExactly(1, 1, 8);
        assertThat(sql.query("select id from engine.work where subject_id = $1", subject)).isEmpty();
        var letter = sql.query("select attempts, last_error from engine.dead_letter where subject_id = $1", subject).getFirst();
        assertThat(letter.getInteger("attempts")).isEqualTo(8);
        assertThat(letter.getString("last_error")).contains("broken world");
    }

    @Test
    void a_handler_that_cannot_hear_of_a_dead_letter_keeps_no_work_from_ending() {
        // Given
        var failing = enqueue(Duration.ZERO);
        rehearsal.cannotHearOf(failing);
        rehearsal.play(failing, () -> Uni.createFrom().item(new Outcome.Failed("broken world")));
        sql.query("update engine.work set attempts = 7");
        var lost = enqueue(Duration.ZERO);
        rehearsal.cannotHearOf(lost);
        tick();
        enqueue(lost, Duration.ZERO);
        sql.query("update engine.work set attempts = 7 where subject_id = $1", lost);
        claim(0);

        // When
        worker.sweep().await().indefinitely();

        // Then
        assertThat(sql.query("select subject_id from engine.dead_letter")).extracting(row -> row.getString(0)).containsExactlyInAnyOrder(failing,
                lost);
        assertThat(count("work")).isZero();
    }

    @Test
    void work_that_was_moved_while_it_ran_runs_again_at_its_new_time() {
        // Given
        var subject = enqueue(Duration.ZERO);
        var claim = claim(30);
        enqueue(subject, Duration.ofHours(1));

        // When
        complete(claim, new Outcome.Done());
        var now = tick();
        Api.advanceClock("PT1H");
        tick();

        // Then
        assertThat(now.done()).isZero();
        assertThat(rehearsal.runs(subject)).isEqualTo(1);
    }

    @Test
    void one_items_failure_leaves_the_batch_alone() {
        // Given
        var bad = enqueue(Duration.ZERO);
        var good = enqueue(Duration.ZERO);
        rehearsal.play(bad, () -> {
            throw new IllegalStateException("thrown, not failed");
        });

        // When
        var report = tick();

        // Then
        assertThat(List.of(report.done(), report.failed(), rehearsal.runs(good))).containsExactly(1, 1, 1);
    }

    @Test
    void a_limit_leaves_the_rest_for_the_next_tick() {
        // Given
        IntStream.range(0, 7).forEach(_ -> enqueue(Duration.ZERO));

        // When
        var report = dispatch.run(new JobBudget(null, 3)).await().indefinitely();

        // Then
        assertThat(report.done()).isEqualTo(3);
        assertThat(report.remaining()).isEqualTo(4);
    }
}
