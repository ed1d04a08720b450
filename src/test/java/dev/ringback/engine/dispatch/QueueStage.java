package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import dev.ringback.engine.dispatch.DispatchRepository.Holder;
import dev.ringback.engine.dispatch.DispatchRepository.Stretch;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

/// An empty queue on a Monday, and its single movements.
abstract class QueueStage {

    static final Stretch ANYWHERE = new Stretch(0, Long.MAX_VALUE);

    static TestDatabase sql;

    @Inject
    DispatchDue dispatch;
    @Inject
    DispatchRepository repository;
    @Inject
    Database database;
    @Inject
    Rehearsal rehearsal;
    @Inject
    Clock clock;

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @BeforeEach
    void nothing_is_left_from_before() {
        Api.setClock("2026-03-02T15:30:00Z");
        sql.query("truncate engine.work, engine.waiting, engine.ready, engine.lease, engine.dead_letter, engine.tenant_time");
    }

    JobReport tick() {
        return dispatch.run(JobBudget.OWN).await().indefinitely();
    }

    Claim claim(double leaseSeconds) {
        return claim(leaseSeconds, ANYWHERE);
    }

    Claim claim(double leaseSeconds, Stretch stretch) {
        return claim(leaseSeconds, stretch, 10);
    }

    Claim claim(double leaseSeconds, Stretch stretch, int limit) {
        return database.asService(tx -> repository.claimReady(tx, new Holder("test", leaseSeconds), stretch, limit, clock.instant()))
                .await().indefinitely();
    }

    void promote() {
        database.asService(tx -> repository.promoteDue(tx, Instant.EPOCH, clock.instant(), 1000)).await().indefinitely();
    }

    void sweep() {
        database.asService(tx -> repository.sweepExpired(tx, clock.instant())).await().indefinitely();
    }

    /// Answers whether the lease was still held.
    boolean complete(Claim claim, Outcome outcome) {
        return complete(claim, claim.items(), outcome, List.of());
    }

    boolean complete(Claim claim, List<Work> items, Outcome outcome, List<Long> left) {
        var part = items.stream().map(work -> Completion.of(work, outcome, clock.instant(), Duration.ZERO)).toList();
        return database.asService(tx -> repository.finish(tx, claim.leaseId(), part, left)
                .call(finished -> repository.settle(tx, finished.rest(part), clock.instant())))
                .await().indefinitely().held();
    }

    /// Answers its subject.
    String enqueue(Duration delay) {
        var subject = UUID.randomUUID().toString();
        enqueue(subject, delay);
        return subject;
    }

    void enqueue(String subject, Duration delay) {
        enqueue(null, Stream.of(subject), delay);
    }

    /// In one transaction, as a statement's trigger does.
    void enqueue(String tenant, Stream<String> subjects, Duration delay) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.query("""
                select set_config('engine.now', $1, true),
                       engine.enqueue_all((select array_agg(row('engine', $2, $3, 'rehearsal', subject,
                                                                'rehearsal:' || subject, $4::timestamptz, null,
                                                                false)::engine.new_work order by nth)
                                             from unnest($5::text[]) with ordinality as s (subject, nth)))""",
                now.toString(), Rehearsal.KIND, tenant, now.plus(delay), subjects.toArray(String[]::new));
    }

    long count(String table) {
        return sql.query("select count(*) from engine." + table).getFirst().getLong(0);
    }

    /// What another thread does within ten seconds.
    static void eventually(BooleanSupplier happened) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen");
            }
            Thread.onSpinWait();
        }
    }
}
