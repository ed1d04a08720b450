package dev.ringback.engine.run;

import java.time.Duration;
import java.time.Instant;
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
class RunRepository {

    private static final double MILLIS = 1000;

    private final Statements sql = Statements.of(RunRepository.class);

    /// Empty where somebody has the slot or it is done.
    Uni<Optional<TakenSlot>> takeSlot(Tx tx, String job, Instant slot, String instance, Duration lease, Instant now) {
        return tx.first(query("take_slot").bind("id", UUID.randomUUID()).bind("job", job).bind("slot", slot).bind("instance", instance)
                .bind("lease_seconds", seconds(lease)).bind("now", now), row -> new TakenSlot(row.getUUID("id"), row.getInteger("takes")));
    }

    Uni<Boolean> extendLease(Tx tx, TakenSlot slot, Duration lease) {
        return tx.run(of("extend_lease", slot).bind("lease_seconds", seconds(lease))).map(rows -> rows > 0);
    }

    /// Answers false, and has changed nothing, when the slot was lost.
    Uni<Boolean> recordFinished(Tx tx, TakenSlot slot, JobReport report, Instant now) {
        return tx.run(counted(of("record_finished", slot), report).bind("now", now)).map(rows -> rows > 0);
    }

    Uni<Boolean> recordFailed(Tx tx, TakenSlot slot, String error, RunConfig config, Instant now) {
        return tx.run(of("record_failed", slot).bind("error", error).bind("retry_seconds", seconds(config.retryAfter()))
                .bind("most_failures", config.mostFailures()).bind("now", now)).map(rows -> rows > 0);
    }

    /// @param error null for a run that went well
    Uni<Void> recordDrained(Tx tx, JobReport report, String instance, Instant startedAt, String error, Instant now) {
        return tx.run(counted(query("record_drained"), report).bind("id", UUID.randomUUID()).bind("job", report.job()).bind("instance", instance)
                .bind("started_at", startedAt).bind("failures", error == null ? 0 : 1).bind("error", error).bind("now", now)).replaceWithVoid();
    }

    /// @param job       null for all
    /// @param erroneous null for those with and without an error
    Uni<List<Run>> list(Tx tx, String job, Boolean erroneous, Cursor before, int limit) {
        return tx.list(query("list_runs").bind("job", job).bind("erroneous", erroneous).bind("before_at", before.at())
                .bind("before_id", before.id()).bind("limit", limit), RunRepository::listed);
    }

    private Query of(String name, TakenSlot slot) {
        return query(name).bind("id", slot.id()).bind("takes", slot.takes());
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Query counted(Query query, JobReport report) {
        return query.bind("claimed", report.claimed()).bind("done", report.done()).bind("snoozed", report.snoozed()).bind("failed", report.failed())
                .bind("cancelled", report.cancelled()).bind("remaining", report.remaining()).bind("next_due_at", report.nextDue());
    }

    private static Run listed(Row row) {
        return new Run(row.getUUID("id"), row.getString("job"), Rows.instant(row, "slot"), row.getString("instance"),
                Rows.instant(row, "started_at"), Rows.instant(row, "finished_at"), row.getInteger("takes"), row.getInteger("failures"),
                row.getInteger("claimed"), row.getInteger("done"), row.getInteger("snoozed"), row.getInteger("failed"),
                row.getInteger("cancelled"), row.getLong("remaining"), Rows.instant(row, "next_due_at"), row.getString("error"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
