package dev.ringback.engine.dispatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.SqlState;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.Work;

@ApplicationScoped
class DispatchRepository {

    private static final int LEASES_PER_SWEEP = 100;
    private static final int COUNTED = 100_000;
    private static final String OBJECT_IN_USE = "55006";

    private final Statements sql = Statements.of(DispatchRepository.class);

    /// In whose name a claim is made, and how long it holds without a heartbeat.
    record Holder(String worker, double leaseSeconds) {}

    /// A stretch of the order, both ends included.
    record Stretch(long lowest, long highest) {}

    /// @param nextDueAt null where nothing waits
    record Sight(boolean ready, Instant nextDueAt) {

        boolean isDue(Instant now) {
            return nextDueAt != null && !nextDueAt.isAfter(now);
        }
    }

    /// @param nextDueAt when the next waiting item is due; null where none waits
    record Backlog(long remaining, Instant nextDueAt) {}

    /// @param held whether the lease was still ours; if not, nothing was changed
    /// @param over what an earlier completion settled, though its answer was lost
    record Finished(boolean held, int items, Set<Long> over) {

        /// What is left for [#settle].
        List<Completion> rest(List<Completion> part) {
            return held && items + over.size() < part.size() ? part.stream().filter(completion -> !over.contains(completion.id())).toList()
                    : List.of();
        }
    }

    /// Answers the dead letters that it made.
    Uni<List<Work>> sweepExpired(Tx tx, Instant now) {
        return tx.list(query("sweep_expired").bind("limit", LEASES_PER_SWEEP).bind("now", now), DispatchRepository::work);
    }

    Uni<Integer> promoteDue(Tx tx, Instant since, Instant now, int limit) {
        return tx.one(query("promote_due").bind("since", since).bind("now", now).bind("limit", limit), row -> row.getInteger("promoted"));
    }

    Uni<Claim> claimReady(Tx tx, Holder holder, Stretch stretch, int limit, Instant now) {
        return tx.list(query("claim_ready")
                .bind("worker", holder.worker())
                .bind("lease_seconds", holder.leaseSeconds())
                .bind("lowest", stretch.lowest())
                .bind("highest", stretch.highest())
                .bind("limit", limit)
                .bind("now", now), row -> row).map(DispatchRepository::claim);
    }

    Uni<Sight> look(Tx tx, long lowest, Instant since) {
        return tx.one(query("look").bind("lowest", lowest).bind("since", since),
                row -> new Sight(row.getBoolean("ready"), Rows.instant(row, "next_due_at")));
    }

    Uni<Integer> extendLease(Tx tx, long leaseId, double leaseSeconds) {
        return tx.run(query("extend_lease").bind("lease_id", leaseId).bind("lease_seconds", leaseSeconds));
    }

    /// Takes the lease row, or shortens it to what is left, then deletes what is done.
    ///
    /// @param part what is completed; whatever is still there afterwards is for [#settle]
    Uni<Finished> finish(Tx tx, long leaseId, List<Completion> part, List<Long> left) {
        return tx.one(query("finish")
                .bind("lease_id", leaseId)
                .bindAll("left", left, Long[]::new)
                .bindAll("part", part.stream().map(Completion::id).toList(), Long[]::new)
                .bindAll("ids", part.stream().filter(Completion::isPlainlyDone).map(Completion::id).toList(), Long[]::new),
                row -> new Finished(row.getBoolean("held"), row.getInteger("finished"), Set.of(row.getArrayOfLongs("over"))));
    }

    /// The same for what is plainly done, in a statement that needs no transaction; answers whether the lease was still ours. Where somebody
    /// touched the work meanwhile it fails as [#isTouched] and has no effect.
    Uni<Boolean> finishDone(Tx tx, long leaseId, List<Completion> part, List<Long> left) {
        return tx.one(query("finish_done")
                .bind("lease_id", leaseId)
                .bindAll("left", left, Long[]::new)
                .bindAll("ids", part.stream().map(Completion::id).toList(), Long[]::new), row -> row.getBoolean("held"));
    }

    /// Only after [#finish] has taken the lease. Answers the dead letters that it made.
    Uni<List<Work>> settle(Tx tx, List<Completion> completions, Instant now) {
        return tx.list(query("settle")
                .bindAll("ids", completions.stream().map(Completion::id).toList(), Long[]::new)
                .bindAll("revisions", completions.stream().map(Completion::revision).toList(), Integer[]::new)
                .bindAll("verbs", completions.stream().map(Completion::verb).toList(), String[]::new)
                .bindAll("untils", completions.stream().map(Completion::until).toList(), OffsetDateTime[]::new)
                .bindAll("causes", completions.stream().map(Completion::cause).toList(), String[]::new)
                .bind("now", now), DispatchRepository::work);
    }

    Uni<Backlog> backlog(Tx tx, Instant now) {
        return tx.one(query("backlog").bind("now", now).bind("most", COUNTED),
                row -> new Backlog(row.getLong("remaining"), Rows.instant(row, "next_due_at")));
    }

    static boolean isTouched(Throwable failure) {
        return SqlState.of(failure).filter(OBJECT_IN_USE::equals).isPresent();
    }

    private Query query(String name) {
        return Query.of(sql.get(name));
    }

    private static Claim claim(List<Row> rows) {
        var head = rows.getFirst();
        if (head.getInteger("taken") == 0) {
            return Claim.NOTHING;
        }
        var items = rows.stream().skip(1).map(DispatchRepository::work).toList();
        return new Claim(items.isEmpty() ? 0 : head.getLong("lease_id"), head.getInteger("taken"), head.getLong("first"), items);
    }

    private static Work work(Row row) {
        return new Work(row.getLong("id"), row.getString("kind"), row.getString("tenant"), row.getString("subject_id"),
                Rows.object(row, "payload"), row.getInteger("attempts"), row.getInteger("revision"));
    }
}
