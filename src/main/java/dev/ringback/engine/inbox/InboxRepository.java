package dev.ringback.engine.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class InboxRepository {

    private final Statements sql = Statements.of(InboxRepository.class);

    /// Answers false when this event was stored before.
    Uni<Boolean> store(Tx tx, Arrival arrival, Instant now) {
        return tx.run(Query.of(sql.get("store"))
                .bind("provider", arrival.provider())
                .bind("event_id", arrival.eventId())
                .bind("content_type", arrival.contentType())
                .bind("query", arrival.query())
                .bind("body", arrival.body())
                .bind("now", now)).map(stored -> stored == 1);
    }

    Uni<Optional<InboxItem>> find(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find")).bind("id", id),
                InboxRepository::item);
    }

    /// @param message under which the arrival was stored, if it was one
    Uni<Integer> recordProcessed(Tx tx, UUID id, UUID message, String result, Instant now) {
        return tx.run(Query.of(sql.get("record_processed")).bind("id", id).bind("message", message).bind("result", result).bind("now", now));
    }

    private static InboxItem item(Row row) {
        return new InboxItem(row.getUUID("id"), row.getString("provider"), row.getString("event_id"), row.getString("content_type"),
                row.getString("query"), Rows.bytes(row, "body"), Rows.instant(row, "received_at"));
    }
}
