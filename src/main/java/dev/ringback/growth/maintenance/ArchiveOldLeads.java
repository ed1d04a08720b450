package dev.ringback.growth.maintenance;

import java.time.LocalTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Batches;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Archives what nobody touched for a year. The rows' trigger writes the lines of their histories.
@ApplicationScoped
class ArchiveOldLeads implements Job {

    private static final Cadence NIGHTLY = new Cadence.Daily(LocalTime.of(3, 0), ZoneOffset.UTC);

    private final Database database;
    private final MaintenanceRepository rows;
    private final MaintenanceConfig config;
    private final Clock clock;

    ArchiveOldLeads(Database database, MaintenanceRepository rows, MaintenanceConfig config, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "leads-auto-archive";
    }

    @Override
    public Cadence cadence() {
        return NIGHTLY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        var now = clock.instant();
        return new Batches(budget, config.budget(), config.batch())
                .drain(limit -> database.asService(tx -> rows.archive(tx, now.minus(config.after()), now, limit)))
                .map(done -> done.report(name()));
    }
}
