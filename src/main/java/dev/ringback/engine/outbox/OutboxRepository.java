package dev.ringback.engine.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class OutboxRepository {

    private final Statements sql = Statements.of(OutboxRepository.class);

    Uni<List<KeptMessage>> list(Tx tx, Cursor before, int limit) {
        return tx.list(Query.of(sql.get("list_outbox")).bind("before_at", before.at()).bind("before_id", before.id()).bind("limit", limit),
                OutboxRepository::kept);
    }

    Uni<Optional<KeptMessage>> find(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find_kept")).bind("id", id), OutboxRepository::kept);
    }

    private static KeptMessage kept(Row row) {
        return new KeptMessage(row.getUUID("id"), row.getString("pack"), row.getString("tenant"), row.getString("subject_kind"),
                row.getString("subject_id"), row.getString("step"), row.getString("channel"), row.getString("our_address"),
                row.getString("their_address"), row.getString("subject"), row.getString("body_text"), row.getString("status"),
                row.getString("reference"), Rows.instant(row, "sent_at"));
    }
}
