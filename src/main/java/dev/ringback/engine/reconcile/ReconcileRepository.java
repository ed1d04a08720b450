package dev.ringback.engine.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ReconcileRepository {

    private final Statements sql = Statements.of(ReconcileRepository.class);

    /// A message that was cut off and that nobody works.
    record Stranded(UUID id, Subject subject) {}

    Uni<List<Stranded>> findStranded(Tx tx, Instant before, int limit) {
        return tx.list(Query.of(sql.get("find_stranded")).bind("before", before).bind("limit", limit),
                row -> new Stranded(row.getUUID("id"), subject(row)));
    }

    private static Subject subject(Row row) {
        return new Subject(row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"), row.getString("subject_id"));
    }
}
