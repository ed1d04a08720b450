package dev.ringback.engine.rollup;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Batches;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Marks each tenant's days once more when they have ended: for figures that time itself changes, and for facts that were
/// imported past the triggers. A slot each quarter of an hour, because somewhere it is midnight then.
@ApplicationScoped
class CloseDays implements Job {

    private static final Cadence QUARTERS = new Cadence.Every(Duration.ofMinutes(15), Duration.ofMinutes(1));

    private final Database database;
    private final RollupRepository marks;
    private final RollupConfig config;
    private final Clock clock;

    CloseDays(Database database, RollupRepository marks, RollupConfig config, Clock clock) {
        this.database = database;
        this.marks = marks;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rollup-daily";
    }

    @Override
    public Cadence cadence() {
        return QUARTERS;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        return new Batches(budget, config.budget(), config.batch()).drain(this::close).map(done -> done.report(name()));
    }

    private Uni<Integer> close(int limit) {
        return database.asService(tx -> marks.closeDays(tx, clock.instant(), config.mostDays(), limit));
    }
}
