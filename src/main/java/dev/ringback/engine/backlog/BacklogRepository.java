package dev.ringback.engine.backlog;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class BacklogRepository {

    private static final int COUNTED = 100_000;
    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final Statements sql = Statements.of(BacklogRepository.class);

    /// Answers how many rows of due columns had no work.
    Uni<Integer> enqueueMissed(Tx tx, int limit) {
        return tx.one(Query.of(sql.get("enqueue_missed")).bind("limit", limit), row -> row.getInteger("missed"));
    }

    Uni<Integer> forgetTenants(Tx tx) {
        return tx.run(Query.of(sql.get("forget_tenants")).bind("limit", FORGOTTEN_AT_ONCE));
    }

    Uni<QueueReading> read(Tx tx, Instant now) {
        return tx.one(Query.of(sql.get("read_queue")).bind("now", now).bind("most", COUNTED),
                row -> new QueueReading(row.getLong("ready"), row.getDouble("lag"), row.getLong("dead_letters"), row.getDouble("oldest_snapshot")));
    }
}
