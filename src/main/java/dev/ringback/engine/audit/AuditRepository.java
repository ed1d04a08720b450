package dev.ringback.engine.audit;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class AuditRepository {

    private final Statements sql = Statements.of(AuditRepository.class);

    Uni<Void> sign(Tx tx, Caller caller, String requestId) {
        return tx.list(Query.of(sql.get("sign"))
                .bind("actor", caller.id())
                .bind("actor_kind", caller.role().isEmpty() ? "anon" : caller.role())
                .bind("request_id", requestId), row -> row).replaceWithVoid();
    }

    Uni<Void> insert(Tx tx, Change change) {
        return tx.run(Query.of(sql.get("record"))
                .bind("pack", change.pack())
                .bind("tenant", change.tenant())
                .bind("action", change.action())
                .bind("object_kind", change.objectKind())
                .bind("object_id", change.objectId())
                .bind("before", change.before())
                .bind("after", change.after())).replaceWithVoid();
    }
}
