package dev.ringback.engine.dispatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.Work;

@ApplicationScoped
class DispatchRepository {

    private final Statements sql = Statements.of(DispatchRepository.class);

    Uni<Integer> sweepExpired(Tx tx) {
        return tx.run(query("sweep_expired"));
    }

    Uni<Integer> promoteDue(Tx tx, Instant now, int limit) {
        return tx.run(query("promote_due").bind("now", now).bind("limit", limit));
    }

    Uni<Claim> claimReady(Tx tx, String worker, double leaseSeconds, int limit) {
        var claim = query("claim_ready").bind("worker", worker).bind("lease_seconds", leaseSeconds).bind("limit", limit);
        return tx.list(claim, row -> row).map(DispatchRepository::claim);
    }

    Uni<Integer> extendLease(Tx tx, long leaseId, double leaseSeconds) {
        return tx.run(query("extend_lease").bind("lease_id", leaseId).bind("lease_seconds", leaseSeconds));
    }

    /// Answers false, and has changed nothing, when the lease was lost.
    Uni<Boolean> completeBatch(Tx tx, long leaseId, List<Completion> completions, Instant now) {
        return tx.one(query("complete_batch")
                .bind("lease_id", leaseId)
                .bindAll("ids", completions.stream().map(Completion::id).toList(), Long[]::new)
                .bindAll("revisions", completions.stream().map(Completion::revision).toList(), Integer[]::new)
                .bindAll("verbs", completions.stream().map(Completion::verb).toList(), String[]::new)
                .bindAll("untils", completions.stream().map(Completion::until).toList(), OffsetDateTime[]::new)
                .bindAll("causes", completions.stream().map(Completion::cause).toList(), String[]::new)
                .bind("now", now), row -> row.getBoolean("held"));
    }

    Uni<Backlog> backlog(Tx tx, Instant now) {
        return tx.one(query("backlog").bind("now", now), row -> new Backlog(row.getLong("remaining"), Rows.instant(row, "next_due_at")));
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Claim claim(List<Row> rows) {
        var first = rows.getFirst();
        var items = rows.stream().filter(row -> row.getLong("id") != null).map(DispatchRepository::work).toList();
        return new Claim(items.isEmpty() ? 0 : first.getLong("lease_id"), first.getInteger("taken"), items);
    }

    private static Work work(Row row) {
        return new Work(row.getLong("id"), row.getString("kind"), row.getString("tenant"), row.getString("subject_id"),
                Rows.object(row, "payload"), row.getInteger("attempts"), row.getInteger("revision"));
    }
}
