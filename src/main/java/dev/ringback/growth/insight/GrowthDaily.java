package dev.ringback.growth.insight;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.rollup.Rollups;
import dev.ringback.engine.run.Batches;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;

/// Computes the insights of every day that changed or ended. `rollup-dirty` does so each minute where it runs; this one a day at
/// the latest, a quarter of an hour after the last day of the world's clients ended, so that `rollup-daily` has marked it.
@ApplicationScoped
class GrowthDaily implements Job {

    private static final Cadence DAILY = new Cadence.Every(Duration.ofDays(1), Duration.ofHours(12).plusMinutes(15));

    private final Rollups rollups;
    private final Insights insights;
    private final InsightConfig config;

    GrowthDaily(Rollups rollups, Insights insights, InsightConfig config) {
        this.rollups = rollups;
        this.insights = insights;
        this.config = config;
    }

    @Override
    public String name() {
        return "growth-daily";
    }

    @Override
    public Cadence cadence() {
        return DAILY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        return new Batches(budget, config.budget(), config.batch()).drain(limit -> rollups.recompute(insights, limit))
                .map(done -> done.report(name()));
    }
}
