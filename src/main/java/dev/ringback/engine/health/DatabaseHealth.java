package dev.ringback.engine.health;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.time.SettableClock;

/// Whether Postgres runs our transactions, and whether its clock and ours agree: leases live by its, sends by ours.
@ApplicationScoped
class DatabaseHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final HealthRepository health;
    private final HealthConfig config;
    private final Clock clock;
    private final Uni<Reading> reading;

    DatabaseHealth(Database database, HealthRepository health, HealthConfig config, Clock clock) {
        this.database = database;
        this.health = health;
        this.config = config;
        this.clock = clock;
        this.reading = config.kept().isZero() ? read() : read().memoize().forFixedDuration(config.kept());
    }

    Uni<Reading> reading() {
        return reading;
    }

    private Uni<Reading> read() {
        return database.asService(tx -> health.skew(tx, clock.instant()))
                .map(skew -> new Reading(Status.OK, clockStatus(skew)))
                .ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(new Reading(Status.DOWN, Status.OK));
    }

    // A clock that people set is meant to differ.
    private Status clockStatus(Duration skew) {
        return clock instanceof SettableClock ? Status.OK : Status.ofSkew(skew, config.skew());
    }

    /// @param clock ok, too, where the database's cannot be asked
    record Reading(Status database, Status clock) {}
}
