package dev.ringback.engine.brake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.brake.BrakeSetting.Scope;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class BrakeRepository {

    private final Statements sql = Statements.of(BrakeRepository.class);

    Uni<List<Brake>> list(Tx tx) {
        return tx.list(Query.of(sql.get("list_brakes")), BrakeRepository::brake);
    }

    Uni<Optional<Brake>> find(Tx tx, Scope scope) {
        return tx.first(query("find_brake", scope), BrakeRepository::brake);
    }

    Uni<Brake> set(Tx tx, Scope scope, String reason, Instant now) {
        return tx.one(query("set_brake", scope).bind("reason", reason).bind("now", now), BrakeRepository::brake);
    }

    Uni<Optional<Brake>> release(Tx tx, Scope scope) {
        return tx.first(query("release_brake", scope), BrakeRepository::brake);
    }

    private Query query(String name, Scope scope) {
        return Query.of(sql.get(name)).bind("pack", scope.pack()).bind("tenant", scope.tenant()).bind("channel", scope.channel());
    }

    private static Brake brake(Row row) {
        return new Brake(row.getString("pack"), row.getString("tenant"), row.getString("channel"), row.getString("reason"),
                Rows.instant(row, "since"));
    }
}
