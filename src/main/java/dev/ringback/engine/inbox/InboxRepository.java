package dev.ringback.engine.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

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
                .bind("body", arrival.body())
                .bind("now", now)).map(stored -> stored == 1);
    }

    Uni<Optional<InboxItem>> find(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find")).bind("id", id),
                row -> new InboxItem(row.getUUID("id"), row.getString("provider"), row.getString("event_id"), Rows.bytes(row, "body")));
    }

    /// @param message under which the arrival was stored, if it was one
    Uni<Integer> recordProcessed(Tx tx, UUID id, UUID message, String result, Instant now) {
        return tx.run(Query.of(sql.get("record_processed")).bind("id", id).bind("message", message).bind("result", result).bind("now", now));
    }
}
