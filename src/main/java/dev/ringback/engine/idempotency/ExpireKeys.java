package dev.ringback.engine.idempotency;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Forgets the answers whose time is over.
@ApplicationScoped
class ExpireKeys implements Job {

    private static final Cadence HOURLY = new Cadence.Every(Duration.ofHours(1), Duration.ofMinutes(7));

    private final Database database;
    private final IdempotencyRepository keys;
    private final IdempotencyConfig config;
    private final Clock clock;

    ExpireKeys(Database database, IdempotencyRepository keys, IdempotencyConfig config, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "key-and-session-expiry";
    }

    @Override
    public Cadence cadence() {
        return HOURLY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        var now = clock.instant();
        return database.asService(tx -> keys.deleteExpired(tx, now, now.minus(config.kept()))).map(deleted -> JobReport.done(name(), deleted));
    }
}
