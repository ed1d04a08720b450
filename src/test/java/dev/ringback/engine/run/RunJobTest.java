package dev.ringback.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Slots under schedulers that race, die, fail and leave something over.
@QuarkusTest
class RunJobTest extends RunStage {

    @Test
    void forty_schedulers_run_a_slot_once() {
        // Given
        var hourly = hourly(() -> after(Duration.ofMillis(50), JobReport.done(name, 3)));
        var schedulers = IntStream.range(0, 40).mapToObj(_ -> scheduler(Duration.ofSeconds(30), Duration.ofSeconds(10))).toList();

        // When
        var reports = Uni.join().all(schedulers.stream().map(scheduler -> scheduler.run(hourly, JobBudget.OWN)).toList()).andFailFast()
                .await().indefinitely();

        // Then
        assertThat(ran).hasValue(1);
        assertThat(reports.stream().mapToInt(JobReport::done).sum()).isEqualTo(3);
        assertThat(reports).allSatisfy(report -> assertThat(report.nextDue()).isEqualTo("2026-03-02T16:00:00Z"));
        assertThat(row().getInteger("done")).isEqualTo(3);
        assertThat(row().getOffsetDateTime("finished_at")).isNotNull();
    }

    @Test
    void the_next_slot_is_another_run() {
        // Given
        var hourly = hourly(() -> now(JobReport.done(name, 1)));
        run(hourly);

        // When
        Api.advanceClock("PT30M");
        run(hourly);
        run(hourly);

        // Then
        assertThat(ran).hasValue(2);
    }

    @Test
    void a_run_whose_instance_died_is_taken_over_and_the_dead_changes_nothing() {
        // Given
        var hourly = hourly(() -> now(JobReport.done(name, 2)));
        var dead = database.asService(tx -> runs.takeSlot(tx, name, slot(hourly), "dead", Duration.ofMillis(-1), clock.instant())).await()
                .indefinitely().orElseThrow();

        // When
        run(hourly);
        var late = database.asService(tx -> runs.recordFinished(tx, dead, JobReport.done(name, 100), clock.instant())
                .call(() -> runs.recordFailed(tx, dead, "late", config(Duration.ofSeconds(30), Duration.ofSeconds(10)), clock.instant()))
                .call(() -> runs.extendLease(tx, dead, Duration.ofHours(1)))).await().indefinitely();

        // Then
        assertThat(late).isFalse();
        assertThat(ran).hasValue(1);
        assertThat(row().getInteger("done")).isEqualTo(2);
        assertThat(row().getString("error")).isNull();
    }

    @Test
    void a_run_whose_instance_lives_is_left_to_it() {
        // Given
        var hourly = hourly(() -> now(JobReport.done(name, 2)));
        database.asService(tx -> runs.takeSlot(tx, name, slot(hourly), "alive", Duration.ofSeconds(30), clock.instant())).await().indefinitely();

        // When
        run(hourly);

        // Then
        assertThat(ran).hasValue(0);
    }

    @Test
    void a_heartbeat_keeps_a_run_that_is_longer_than_its_lease() {
        // Given
        var slow = hourly(() -> after(Duration.ofMillis(1_500), JobReport.done(name, 1)));
        var owner = scheduler(Duration.ofMillis(600), Duration.ofMillis(100));

        // When
        Uni.join().all(owner.run(slow, JobBudget.OWN), after(Duration.ofMillis(1_000), "").chain(() -> scheduler().run(slow, JobBudget.OWN)))
                .andFailFast().await().indefinitely();

        // Then
        assertThat(ran).hasValue(1);
        assertThat(row().getInteger("takes")).isEqualTo(2);
    }

    @Test
    void an_instance_that_sees_its_run_taken_over_stops() {
        // Given
        var stuck = hourly(() -> Uni.createFrom().nothing());
        var owner = scheduler(Duration.ofSeconds(30), Duration.ofMillis(50));
        var taken = after(Duration.ofMillis(200), JobReport.done(name, 0))
                .invoke(() -> sql.query("update engine.run set takes = takes + 1 where job = $1", name));

        // When // Then
        assertThatThrownBy(() -> Uni.join().all(owner.run(stuck, JobBudget.OWN), taken).andFailFast().await().atMost(Duration.ofSeconds(10)))
                .hasMessageContaining("taken over");
        assertThat(row().getString("error")).isNull();
    }

    @Test
    void a_failure_is_written_down_and_tried_again_until_the_slot_is_given_up() {
        // Given
        var broken = hourly(() -> {
            throw new IllegalStateException("broken world");
        });

        // When
        for (var call = 0; call < 4; call++) {
            assertThatThrownBy(() -> run(broken)).hasMessageContaining("broken world");
            run(broken);
            sql.query("update engine.run set lease_until = null where job = $1", name);
        }
        assertThatThrownBy(() -> run(broken)).hasMessageContaining("broken world");
        sql.query("update engine.run set lease_until = null where job = $1", name);
        run(broken);

        // Then
        assertThat(ran).hasValue(5);
        assertThat(row().getString("error")).isEqualTo("IllegalStateException: broken world");
        assertThat(row().getOffsetDateTime("finished_at")).isNotNull();
    }

    @Test
    void what_remains_is_the_next_calls() {
        // Given
        var left = new AtomicInteger(2);
        var big = hourly(() -> now(new JobReport(name, 10, 10, 0, 0, 0, left.getAndDecrement() > 0 ? 5 : 0, null)));

        // When
        IntStream.range(0, 5).forEach(_ -> run(big));

        // Then
        assertThat(ran).hasValue(3);
        assertThat(row().getInteger("done")).isEqualTo(30);
    }

    @Test
    void draining_jobs_run_side_by_side_and_leave_no_row_for_nothing() {
        // Given
        var counts = List.of(0, 4, 0).iterator();
        var drain = job(new Cadence.Draining(Duration.ofSeconds(10)), () -> now(JobReport.done(name, counts.next())));

        // When
        Uni.join().all(IntStream.range(0, 3).mapToObj(_ -> scheduler().run(drain, JobBudget.OWN)).toList()).andFailFast().await().indefinitely();

        // Then
        assertThat(ran).hasValue(3);
        assertThat(row().getInteger("done")).isEqualTo(4);
    }

    @Test
    void a_draining_job_that_fails_leaves_its_error() {
        // Given
        var drain = job(new Cadence.Draining(Duration.ofSeconds(10)), () -> Uni.createFrom().failure(new IllegalStateException("broken world")));

        // When // Then
        assertThatThrownBy(() -> run(drain)).hasMessageContaining("broken world");
        assertThat(row().getString("error")).isEqualTo("IllegalStateException: broken world");
    }
}
