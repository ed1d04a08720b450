package dev.ringback.engine.brake;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.audit.Change;
import dev.ringback.engine.brake.BrakeSetting.Scope;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Stops sends in an emergency and lets them go again; both are audited.
@ApplicationScoped
class HoldSends {

    private final Database database;
    private final BrakeRepository brakes;
    private final Audit audit;
    private final Clock clock;

    HoldSends(Database database, BrakeRepository brakes, Audit audit, Clock clock) {
        this.database = database;
        this.brakes = brakes;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Brakes> list() {
        return database.asService(brakes::list).map(Brakes::new);
    }

    /// Answers when the last gate that didn't see it has committed.
    Uni<Brake> set(BrakeSetting setting) {
        return database
                .asService(tx -> brakes.find(tx, setting.scope()).chain(before -> brakes.set(tx, setting.scope(), setting.reason(), clock.instant())
                        .call(after -> audit(tx, "engine.brake.set", before, Optional.of(after)))));
    }

    Uni<Brake> release(Scope scope) {
        return database.asService(tx -> brakes.release(tx, scope)
                .map(released -> released
                        .orElseThrow(() -> Problem.notFound("brake", "%s/%s/%s".formatted(scope.pack(), scope.tenant(), scope.channel()))))
                .call(released -> audit(tx, "engine.brake.released", Optional.of(released), Optional.empty())));
    }

    private Uni<Void> audit(Tx tx, String action, Optional<Brake> before, Optional<Brake> after) {
        var id = before.or(() -> after).orElseThrow().id();
        return audit.record(tx,
                Change.ofEngine(action, "brake", id, before.map(Brake::members).orElse(null), after.map(Brake::members).orElse(null)));
    }
}
