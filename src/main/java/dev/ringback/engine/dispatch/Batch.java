package dev.ringback.engine.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ringback.engine.work.Work;

/// A claim while it is worked: what is still to be settled, and whether the lease is still ours. Its parts are settled one after another.
final class Batch {

    private final Claim claim;
    private final Set<Long> settled = new HashSet<>();
    private final AtomicBoolean lost = new AtomicBoolean();

    Batch(Claim claim) {
        this.claim = claim;
    }

    long leaseId() {
        return claim.leaseId();
    }

    List<Work> items() {
        return claim.items();
    }

    boolean held() {
        return !lost.get();
    }

    /// Answers whether that is news.
    boolean lose() {
        return !lost.getAndSet(true);
    }

    /// What is left to be settled after this part.
    List<Long> without(List<Completion> part) {
        if (settled.size() + part.size() == claim.items().size()) {
            return List.of();
        }
        var now = new HashSet<>(settled);
        part.forEach(completion -> now.add(completion.id()));
        return claim.items().stream().map(Work::id).filter(id -> !now.contains(id)).toList();
    }

    void settled(List<Completion> part) {
        part.forEach(completion -> settled.add(completion.id()));
    }
}
