package dev.ringback.engine.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.inbox.WaitingRoom.Waiting;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class InboxRepository {

    private final Statements sql = Statements.of(InboxRepository.class);

    /// Answers which of the group are stored now and were not before, by their places from 0. Needs no rights but to do this.
    ///
    /// @param wakesItself whether this instance hears of its work without being rung by the database
    Uni<Set<Integer>> store(Tx tx, List<Waiting> group, Instant now, boolean wakesItself) {
        return tx.list(Query.of(sql.get("store"))
                .bindAll("providers", all(group, waiting -> waiting.arrival.provider()), String[]::new)
                .bindAll("event_ids", all(group, waiting -> waiting.arrival.eventId()), String[]::new)
                .bindAll("content_types", all(group, waiting -> waiting.arrival.contentType()), String[]::new)
                .bindAll("queries", all(group, waiting -> waiting.arrival.query()), String[]::new)
                .bindAll("bodies", all(group, waiting -> waiting.arrival.body()), Buffer[]::new)
                .bindAll("sinces", all(group, waiting -> waiting.since), OffsetDateTime[]::new)
                .bind("now", now).bind("wakes_itself", wakesItself), row -> row.getInteger("place")).map(Set::copyOf);
    }

    /// Gives each of the arrivals work of its own that has none and was not worked.
    ///
    /// @param ids as text
    Uni<Integer> enqueue(Tx tx, List<?> ids) {
        return tx.one(Query.of(sql.get("enqueue")).bindAll("ids", ids.stream().map(id -> UUID.fromString((String) id)).toList(), UUID[]::new),
                row -> row.getInteger("enqueued"));
    }

    Uni<Optional<InboxItem>> find(Tx tx, UUID id) {
        return tx.first(Query.of(sql.get("find")).bind("id", id),
                InboxRepository::item);
    }

    /// @param message under which the arrival was stored, if it was one
    Uni<Integer> recordProcessed(Tx tx, UUID id, UUID message, String result, Instant now) {
        return tx.run(Query.of(sql.get("record_processed")).bind("id", id).bind("message", message).bind("result", result).bind("now", now));
    }

    private static <T> List<T> all(List<Waiting> group, Function<Waiting, T> member) {
        return group.stream().map(member).toList();
    }

    private static InboxItem item(Row row) {
        return new InboxItem(row.getUUID("id"), row.getString("provider"), row.getString("event_id"), row.getString("content_type"),
                row.getString("query"), Rows.bytes(row, "body"), Rows.instant(row, "received_at"));
    }
}
