package dev.ringback.engine.deadletter;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
class DeadLetterRepository {

    private final Statements sql = Statements.of(DeadLetterRepository.class);

    Uni<List<DeadLetter>> list(Tx tx, Cursor before, int limit) {
        return tx.list(Query.of(sql.get("list_open")).bind("before_at", before.at()).bind("before_id", before.id()).bind("limit", limit),
                DeadLetterRepository::letter);
    }

    /// Answers how many were open.
    Uni<Integer> replay(Tx tx, List<UUID> ids, Instant now) {
        return tx.one(Query.of(sql.get("replay")).bindAll("ids", ids, UUID[]::new).bind("now", now), row -> row.getInteger("replayed"));
    }

    /// Answers how many were open.
    Uni<Integer> discard(Tx tx, List<UUID> ids, Instant now) {
        return tx.run(Query.of(sql.get("discard")).bindAll("ids", ids, UUID[]::new).bind("now", now));
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(row.getUUID("id"), row.getString("pack"), row.getString("kind"), row.getString("tenant"),
                row.getString("subject_kind"), row.getString("subject_id"), row.getInteger("attempts"), row.getString("last_error"),
                Arrays.asList(row.getArrayOfStrings("history")), Rows.object(row, "payload"), Rows.instant(row, "created_at"),
                Rows.instant(row, "died_at"));
    }
}
