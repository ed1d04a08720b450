package dev.ringback.engine.doorbell;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class DoorbellRepository {

    private final Statements sql = Statements.of(DoorbellRepository.class);

    /// @param table with its schema; of one that has no due column nothing is looked at
    Uni<Integer> enqueueMissed(Tx tx, String table, int limit) {
        return tx.first(Query.of(sql.get("enqueue_missed")).bind("table", table).bind("limit", limit), row -> row.getInteger("missed"))
                .map(missed -> missed.orElse(0));
    }
}
