package dev.ringback.engine.retention;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class RetentionRepository {

    private final Statements sql = Statements.of(RetentionRepository.class);

    Uni<Integer> dropBodies(Tx tx, Instant before, int limit) {
        return run(tx, "drop_bodies", before, limit);
    }

    Uni<Integer> deleteCalendarRuns(Tx tx, Instant before, int limit) {
        return run(tx, "delete_calendar_runs", before, limit);
    }

    Uni<Integer> deleteDrainingRuns(Tx tx, Instant before, int limit) {
        return run(tx, "delete_draining_runs", before, limit);
    }

    Uni<Integer> deleteViolations(Tx tx, Instant before, int limit) {
        return run(tx, "delete_violations", before, limit);
    }

    Uni<Integer> deleteModelAnswers(Tx tx, Instant before, int limit) {
        return run(tx, "delete_model_answers", before, limit);
    }

    private Uni<Integer> run(Tx tx, String statement, Instant before, int limit) {
        return tx.run(Query.of(sql.get(statement)).bind("before", before).bind("limit", limit));
    }
}
