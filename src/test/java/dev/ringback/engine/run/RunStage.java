package dev.ringback.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// A job of a test's own, and schedulers that run it.
abstract class RunStage {

    static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    RunRepository runs;
    @Inject
    MeterRegistry meters;
    @Inject
    Clock clock;

    final String name = "rehearsal-" + UUID.randomUUID();
    final AtomicInteger ran = new AtomicInteger();

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @BeforeEach
    void a_fixed_hour() {
        Api.setClock("2026-03-02T15:30:00Z");
    }

    @AfterEach
    void leave_nothing() {
        sql.query("delete from engine.run where job = $1", name);
    }

    void run(Job job) {
        scheduler().run(job, JobBudget.OWN).await().indefinitely();
    }

    RunJob scheduler() {
        return scheduler(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    RunJob scheduler(Duration lease, Duration heartbeat) {
        return new RunJob(database, runs, config(lease, heartbeat), meters, clock);
    }

    static RunConfig config(Duration lease, Duration heartbeat) {
        return new Config(false, lease, heartbeat, Duration.ofMinutes(1), 5);
    }

    Job hourly(Supplier<Uni<JobReport>> work) {
        return job(new Cadence.Every(Duration.ofHours(1), Duration.ZERO), work);
    }

    Job job(Cadence cadence, Supplier<Uni<JobReport>> work) {
        return new Rehearsed(name, cadence, () -> {
            ran.incrementAndGet();
            return work.get();
        });
    }

    Instant slot(Job job) {
        return ((Cadence.Calendar) job.cadence()).slot(clock.instant());
    }

    Row row() {
        var rows = sql.query("select * from engine.run where job = $1", name);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    static <T> Uni<T> now(T item) {
        return Uni.createFrom().item(item);
    }

    static <T> Uni<T> after(Duration delay, T item) {
        return Uni.createFrom().item(item).onItem().delayIt().by(delay);
    }

    record Config(boolean inProcess, Duration lease, Duration heartbeat, Duration retryAfter, int mostFailures) implements RunConfig {}

    record Rehearsed(String name, Cadence cadence, Supplier<Uni<JobReport>> work) implements Job {

        @Override
        public Uni<JobReport> run(JobBudget budget) {
            return work.get();
        }
    }
}
