package dev.ringback.engine.health;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;

/// Whether Postgres runs our transactions.
@ApplicationScoped
class DatabaseHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    Uni<Status> status() {
        return database.asService(_ -> Uni.createFrom().item(Status.OK))
                .ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(Status.DOWN);
    }
}
