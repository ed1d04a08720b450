package dev.ringback.engine.work;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// The queue as the rest of the engine sees it: put in, take back. All in the caller's transaction.
@ApplicationScoped
public class WorkQueue {

    private final WorkRepository work;

    WorkQueue(WorkRepository work) {
        this.work = work;
    }

    /// Enqueues the work, or moves a live piece of the same key to the new time.
    public Uni<Void> enqueue(Tx tx, NewWork item) {
        return work.enqueue(tx, item).replaceWithVoid();
    }

    /// Cancels what the subject's answer stops; answers how many pieces that were.
    public Uni<Integer> cancelOnReply(Tx tx, String pack, String subjectKind, String subjectId) {
        return work.cancelOnReply(tx, pack, subjectKind, subjectId);
    }

    /// Has what the subject's answer would stop wait, where it is due before; answers how many pieces that were.
    public Uni<Integer> postponeOnReply(Tx tx, String pack, String subjectKind, String subjectId, Instant until) {
        return work.postponeOnReply(tx, pack, subjectKind, subjectId, until);
    }
}
