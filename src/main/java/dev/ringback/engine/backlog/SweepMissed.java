package dev.ringback.engine.backlog;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Enqueues what the triggers on due columns missed, and takes the queue's reading.
@ApplicationScoped
class SweepMissed implements Job {

    private static final Logger LOG = Logger.getLogger(SweepMissed.class);
    private static final Cadence EVERY = new Cadence.Draining(Duration.ofMinutes(1));
    private static final int AT_ONCE = 10_000;

    private final Database database;
    private final BacklogRepository backlog;
    private final QueueGauges gauges;
    private final Clock clock;

    SweepMissed(Database database, BacklogRepository backlog, QueueGauges gauges, Clock clock) {
        this.database = database;
        this.backlog = backlog;
        this.gauges = gauges;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sweep-missed";
    }

    @Override
    public Cadence cadence() {
        return EVERY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        return database.asService(tx -> sweep(tx, Math.min(budget.limitOrAll(), AT_ONCE))).map(missed -> JobReport.done(name(), missed));
    }

    private Uni<Integer> sweep(Tx tx, int limit) {
        return backlog.enqueueMissed(tx, limit)
                .invoke(SweepMissed::complain)
                .call(() -> backlog.forgetTenants(tx))
                .call(() -> backlog.read(tx, clock.instant()).invoke(gauges::show));
    }

    // Each is a trigger that did not ring or a handler that left its column due.
    private static void complain(int missed) {
        if (missed > 0) {
            LOG.warnf("%d rows of due columns had no work", missed);
        }
    }
}
