package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Where a worker is in the order of what is ready and in the time of what waits, so that a look does not begin with the dead index
/// entries of what was taken before. Only a hint: what came in behind it, by a transaction that took long, is found by a full look
/// each second.
final class Position {

    private static final long NANOS_BETWEEN_FULL_LOOKS = Duration.ofSeconds(1).toNanos();

    private final AtomicLong lowest = new AtomicLong();
    private final AtomicReference<Instant> promotedUntil = new AtomicReference<>(Instant.EPOCH);
    private final AtomicLong fullLookAt = new AtomicLong(System.nanoTime());
    private final AtomicLong fullPromotionAt = new AtomicLong(System.nanoTime());

    /// Whether ready entries are to be looked for from the beginning.
    boolean fullLookIsDue() {
        return System.nanoTime() - fullLookAt.get() >= 0;
    }

    void lookedEverywhere() {
        fullLookAt.set(System.nanoTime() + NANOS_BETWEEN_FULL_LOOKS);
    }

    long lowest() {
        return lowest.get();
    }

    /// @param first the first place of a claim: what a neighbour claimed just before may come back above it
    void claimed(long first) {
        lowest.accumulateAndGet(first, Math::max);
    }

    /// From when on waiting work is to be looked for; a clock that was set back begins anew.
    Instant since(Instant now) {
        var until = promotedUntil.get();
        return System.nanoTime() - fullPromotionAt.get() >= 0 || until.isAfter(now) ? Instant.EPOCH : until;
    }

    /// Nothing is left that was due at `until`, as far as was looked from `since`.
    void promoted(Instant since, Instant until) {
        promotedUntil.set(until);
        if (since.equals(Instant.EPOCH)) {
            fullPromotionAt.set(System.nanoTime() + NANOS_BETWEEN_FULL_LOOKS);
        }
    }

    /// Both looks are full again.
    void forget() {
        fullLookAt.set(System.nanoTime());
        fullPromotionAt.set(System.nanoTime());
    }
}
