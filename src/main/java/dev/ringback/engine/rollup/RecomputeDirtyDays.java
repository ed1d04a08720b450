package dev.ringback.engine.rollup;

import java.time.Duration;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Batches;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;

/// Computes the days whose facts changed.
@ApplicationScoped
class RecomputeDirtyDays implements Job {

    private static final Cadence EVERY_MINUTE = new Cadence.Draining(Duration.ofMinutes(1));

    private final Rollups rollups;
    private final RollupRepository marks;
    private final Database database;
    private final RollupConfig config;

    RecomputeDirtyDays(Rollups rollups, RollupRepository marks, Database database, RollupConfig config) {
        this.rollups = rollups;
        this.marks = marks;
        this.database = database;
        this.config = config;
    }

    @Override
    public String name() {
        return "rollup-dirty";
    }

    @Override
    public Cadence cadence() {
        return EVERY_MINUTE;
    }

    // A rollup that nobody's figures can be computed of keeps its marks and is told at the end; the others go on.
    @Override
    public Uni<JobReport> run(JobBudget budget) {
        return Multi.createFrom().iterable(rollups.all())
                .onItem().transformToUni(rollup -> drain(rollup, budget)).collectFailures().concatenate()
                .collect().with(Collectors.summingInt(Batches.Done::done))
                .chain(this::report);
    }

    private Uni<Batches.Done> drain(Rollup rollup, JobBudget budget) {
        return new Batches(budget, config.budget(), config.batch()).drain(limit -> rollups.recompute(rollup, limit));
    }

    private Uni<JobReport> report(int done) {
        return database.asService(marks::countMarks).map(remaining -> new JobReport(name(), done, done, 0, 0, 0, remaining, null));
    }
}
