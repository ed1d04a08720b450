package dev.ringback.engine.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class BatchRepository {

    private final Statements sql = Statements.of(BatchRepository.class);

    /// Answers how many of them are new.
    Uni<Integer> storeParts(Tx tx, InboxItem batch, List<Batches.Part> parts) {
        return tx.run(Query.of(sql.get("store_parts"))
                .bind("batch", batch.id())
                .bindAll("event_ids", parts.stream().map(Batches.Part::eventId).toList(), String[]::new)
                .bindAll("bodies", parts.stream().map(Batches.Part::body).toList(), Buffer[]::new));
    }

    Uni<Void> empty(Tx tx, UUID id) {
        return tx.run(Query.of(sql.get("empty")).bind("id", id)).replaceWithVoid();
    }

    Uni<Optional<InboxItem>> find(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find")).bind("id", id), BatchRepository::item);
    }

    Uni<Void> note(Tx tx, InboxItem item, String result, Instant now) {
        return tx.run(Query.of(sql.get("note")).bind("id", item.id()).bind("message", item.message()).bind("result", result).bind("now", now))
                .replaceWithVoid();
    }

    private static InboxItem item(Row row) {
        return new InboxItem(row.getUUID("id"), row.getString("provider"), row.getString("event_id"), row.getString("content_type"),
                row.getString("query"), Rows.bytes(row, "body"), Rows.instant(row, "received_at"));
    }
}
