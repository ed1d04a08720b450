package dev.ringback.growth.probe;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.wakeup.WakeUps;

/// Asks new prospects, a few at a time. What could not be asked is not asked again by itself.
@ApplicationScoped
class ProspectProbe implements Job {

    private static final Cadence EVERY_TEN_MINUTES = new Cadence.Every(Duration.ofMinutes(10), Duration.ofMinutes(4));

    private final Database database;
    private final ProbeRepository probes;
    private final PlanProbes planProbes;
    private final WakeUps wakeUps;
    private final ProbeConfig config;

    ProspectProbe(Database database, ProbeRepository probes, PlanProbes planProbes, WakeUps wakeUps, ProbeConfig config) {
        this.database = database;
        this.probes = probes;
        this.planProbes = planProbes;
        this.wakeUps = wakeUps;
        this.config = config;
    }

    @Override
    public String name() {
        return "prospect-probe";
    }

    @Override
    public Cadence cadence() {
        return EVERY_TEN_MINUTES;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        var limit = Math.min(config.perRun(), budget.limitOrAll());
        return limit == 0 ? Uni.createFrom().item(JobReport.done(name(), 0))
                : database.asService(tx -> probes.findUntested(tx, limit)
                        .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.<Probe>of())
                                : planProbes.plan(tx, ids, null).map(ProbeReport::probes)))
                        .invoke(wakeUps::ring)
                        .map(planned -> JobReport.done(name(), planned.size()));
    }
}
