package dev.ringback.engine.run;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Runs a job and writes down what came of it. A calendar job runs where its slot is free: its row is the lock, the lease of the
/// row lets another instance go on after one that died.
@ApplicationScoped
class RunJob {

    private static final Logger LOG = Logger.getLogger(RunJob.class);
    private static final int ERROR_CHARS = 500;

    private final String instance = UUID.randomUUID().toString();
    private final Database database;
    private final RunRepository runs;
    private final RunConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    RunJob(Database database, RunRepository runs, RunConfig config, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.runs = runs;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    Uni<JobReport> run(Job job, JobBudget budget) {
        return switch (job.cadence()) {
            case Cadence.Draining _ -> drain(job, budget);
            case Cadence.Calendar calendar -> runSlot(job, calendar, budget);
        };
    }

    private Uni<JobReport> drain(Job job, JobBudget budget) {
        var startedAt = clock.instant();
        return Uni.createFrom().deferred(() -> job.run(budget))
                .call(report -> report.isIdle() ? Uni.createFrom().voidItem() : recordDrained(report, startedAt, null))
                .onFailure().call(failure -> recordDrained(JobReport.done(job.name(), 0), startedAt, text(failure)));
    }

    // A failure that the database itself caused is told by the answer and the log alone.
    private Uni<Void> recordDrained(JobReport report, Instant startedAt, String error) {
        count(report.job(), error == null ? "done" : "failed");
        return database.asService(tx -> runs.recordDrained(tx, report, instance, startedAt, error, clock.instant()));
    }

    private Uni<JobReport> runSlot(Job job, Cadence.Calendar calendar, JobBudget budget) {
        var now = clock.instant();
        return database.asService(tx -> runs.takeSlot(tx, job.name(), calendar.slot(now), instance, config.lease(), now))
                .chain(taken -> taken.map(slot -> runTaken(job, slot, budget)).orElseGet(() -> Uni.createFrom().item(JobReport.done(job.name(), 0))))
                .map(report -> report.withNextDue(calendar.slotAfter(now)));
    }

    private Uni<JobReport> runTaken(Job job, TakenSlot slot, JobBudget budget) {
        return Uni.combine().any().of(Uni.createFrom().deferred(() -> job.run(budget)), heartbeat(slot))
                .call(report -> database.asService(tx -> runs.recordFinished(tx, slot, report, clock.instant()))
                        .invoke(held -> ended(job, held, "done")))
                .onFailure().call(failure -> database.asService(tx -> runs.recordFailed(tx, slot, text(failure), config, clock.instant()))
                        .invoke(held -> ended(job, held, "failed")));
    }

    // Answers only by failing, when the slot is lost; otherwise it loses the race against the job and is cancelled then.
    private Uni<JobReport> heartbeat(TakenSlot slot) {
        return Multi.createFrom().ticks().startingAfter(config.heartbeat()).every(config.heartbeat())
                .onOverflow().drop()
                .onItem().transformToUniAndConcatenate(_ -> extend(slot))
                .select().where(held -> !held).toUni()
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("the run was taken over")));
    }

    // A heartbeat that fails is no reason to stop: the lease decides.
    private Uni<Boolean> extend(TakenSlot slot) {
        return database.asService(tx -> runs.extendLease(tx, slot, config.lease())).onFailure().recoverWithItem(true);
    }

    private void ended(Job job, boolean held, String result) {
        count(job.name(), held ? result : "lost");
        if (!held) {
            LOG.warnf("the run of %s was taken over before it ended", job.name());
        }
    }

    private void count(String job, String result) {
        meters.counter("ringback.runs", "job", job, "result", result).increment();
    }

    private static String text(Throwable failure) {
        var text = "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
        return text.substring(0, Math.min(text.length(), ERROR_CHARS));
    }
}
