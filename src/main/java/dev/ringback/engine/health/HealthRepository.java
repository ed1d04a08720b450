package dev.ringback.engine.health;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class HealthRepository {

    private final Statements sql = Statements.of(HealthRepository.class);

    /// How far the database's clock is ahead of `now`.
    Uni<Duration> skew(Tx tx, Instant now) {
        return tx.one(Query.of(sql.get("skew")).bind("now", now), row -> Duration.ofMillis(row.getLong("millis")));
    }
}
