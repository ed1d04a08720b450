package dev.ringback.engine.environment;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.audit.Change;
import dev.ringback.engine.security.CurrentCaller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Says that the database belongs to the project we are, so that a copy may send.
@ApplicationScoped
class ClaimEnvironment {

    private final Database database;
    private final EnvironmentRepository environments;
    private final Environment environment;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ClaimEnvironment(Database database, EnvironmentRepository environments, Environment environment, Audit audit, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.environments = environments;
        this.environment = environment;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<EnvironmentReport> read() {
        return database.asService(this::read);
    }

    Uni<EnvironmentReport> claim() {
        return database.asService(tx -> read(tx)
                .chain(before -> environments.claim(tx, environment.project(), caller.get().id(), clock.instant())
                        .chain(() -> read(tx))
                        .call(after -> audit.record(tx, change(before, after)))));
    }

    private Uni<EnvironmentReport> read(Tx tx) {
        return environments.read(tx, environment.project());
    }

    private static Change change(EnvironmentReport before, EnvironmentReport after) {
        return Change.ofEngine("engine.environment.claimed", "environment", after.here(),
                before.project() == null ? null : Map.of("project", before.project()), Map.of("project", after.project()));
    }
}
