package dev.ringback.engine.idempotency;

import java.time.Instant;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class IdempotencyRepository {

    private final Statements sql = Statements.of(IdempotencyRepository.class);

    Uni<Recollection> take(Tx tx, IdempotentRequest request, Instant now, Instant expiresAt) {
        return tx.first(query("take_key", request).bind("hash", request.hash()).bind("now", now).bind("expires_at", expiresAt),
                row -> new Recollection.Fresh(Rows.instant(row, "created_at")))
                .chain(taken -> taken.isPresent() ? Uni.createFrom().item(taken.get()) : recall(tx, request));
    }

    Uni<Integer> keep(Tx tx, IdempotentRequest request, int status, String body, Instant expiresAt) {
        return tx.run(query("keep_answer", request).bind("hash", request.hash()).bind("status", status).bind("body", body)
                .bind("expires_at", expiresAt));
    }

    Uni<Integer> free(Tx tx, IdempotentRequest request) {
        return tx.run(query("free_key", request).bind("hash", request.hash()));
    }

    Uni<Integer> deleteExpired(Tx tx, Instant now, Instant before) {
        return tx.run(Query.of(sql.get("delete_expired")).bind("now", now).bind("before", before));
    }

    // Freed between the two statements: whoever had it was refused, so this one waits its turn as if he still ran.
    private Uni<Recollection> recall(Tx tx, IdempotentRequest request) {
        return tx.first(query("find_answer", request), row -> recollection(row, request)).map(found -> found.orElseGet(Recollection.Running::new));
    }

    private static Recollection recollection(Row row, IdempotentRequest request) {
        if (!Arrays.equals(Rows.bytes(row, "request_hash"), request.hash())) {
            return new Recollection.OtherRequest();
        }
        var status = row.getInteger("status");
        return status == null ? new Recollection.Running() : new Recollection.Answered(status, row.getString("body"));
    }

    private Query query(String name, IdempotentRequest request) {
        return Query.of(sql.get(name)).bind("caller", request.caller()).bind("key", request.key());
    }
}
