package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import dev.ringback.engine.dispatch.DispatchRepository.Sight;

/// One draining of the queue: how much it may still do, what it has in flight, and how long it may rest before it looks again.
final class Drain {

    /// No budget, no limit, no end.
    static final Duration FOR_EVER = Duration.ofDays(36_500);

    // A batch that takes longer gives its place to the next one.
    private static final long SLOW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long BETWEEN_PROMOTIONS_NANOS = Duration.ofMillis(50).toNanos();
    private static final long SHORTEST_REST_NANOS = Duration.ofMillis(2).toNanos();
    // Of the time since there was work: who looks at every eighth of it is at most an eighth late.
    private static final int RESTS = 8;

    private final DispatchConfig config;
    private final BooleanSupplier stopping;
    private final boolean endless;
    private final long deadlineNanos;
    private final AtomicLong limitLeft;
    private final Queue<Long> startedNanos = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean foundNothing = new AtomicBoolean();
    private final AtomicInteger promotions = new AtomicInteger();
    private final AtomicBoolean lookedOnceMore = new AtomicBoolean();
    private final AtomicLong busyNanos = new AtomicLong(System.nanoTime());
    private final AtomicLong promotionNanos = new AtomicLong(System.nanoTime());
    private final AtomicReference<Instant> nextDueAt = new AtomicReference<>(Instant.MAX);
    private final AtomicReference<BatchSize> size;

    /// @param stopping asked before each step
    Drain(DispatchConfig config, Duration budget, int limit, BooleanSupplier stopping) {
        this.config = config;
        this.stopping = stopping;
        this.endless = budget.equals(FOR_EVER);
        this.deadlineNanos = System.nanoTime() + budget.toNanos();
        this.limitLeft = new AtomicLong(limit);
        this.size = new AtomicReference<>(BatchSize.upTo(config.batch()));
    }

    boolean endless() {
        return endless;
    }

    boolean usedUp() {
        return stopping.getAsBoolean() || !endless && (limitLeft.get() <= 0 || System.nanoTime() - deadlineNanos > 0);
    }

    int nextLimit() {
        var most = size.get().items();
        return endless ? most : (int) Math.min(most, limitLeft.get());
    }

    /// Whether nothing is in flight that could make new work.
    boolean isIdle() {
        return startedNanos.isEmpty() && promotions.get() == 0;
    }

    /// Whether there was nothing when it was last looked.
    boolean foundNothing() {
        return foundNothing.get();
    }

    /// Whether there was nothing before, too; true from now on, until there is something.
    boolean lookedOnceMore() {
        return lookedOnceMore.getAndSet(true);
    }

    boolean lanesAreFull() {
        return restWhileFull() > 0;
    }

    /// While there is work, now and then; when there is none, each empty claim promotes by itself.
    boolean promotionIsDue() {
        return !foundNothing() && promotions.get() == 0 && System.nanoTime() - promotionNanos.get() >= 0;
    }

    /// A promotion beside the steps; those that a step awaits are only [#promoted].
    void promoting() {
        promotions.incrementAndGet();
    }

    void promotionEnded() {
        promotions.decrementAndGet();
    }

    void promoted(int items) {
        note(items > 0);
        promotionNanos.set(System.nanoTime() + (items > 0 ? 0 : BETWEEN_PROMOTIONS_NANOS));
    }

    void promotionFailed() {
        promotionNanos.set(System.nanoTime() + BETWEEN_PROMOTIONS_NANOS);
    }

    void saw(Sight sight, Instant now) {
        nextDueAt.set(sight.nextDueAt() == null ? Instant.MAX : sight.nextDueAt());
        note(sight.ready() || sight.isDue(now));
    }

    /// @param smallest the smallest batch among the handlers of what was claimed
    long started(Claim claim, int smallest) {
        note(true);
        limitLeft.addAndGet(-claim.items().size());
        size.updateAndGet(known -> known.after(claim.items(), smallest));
        var now = System.nanoTime();
        startedNanos.add(now);
        return now;
    }

    void ended(long started) {
        startedNanos.remove(started);
    }

    /// How long to wait for a ring before the next step; who is idle looks the more seldom the longer there was nothing, and when
    /// the next piece is due.
    Duration rest(Instant now) {
        if (lanesAreFull()) {
            return Duration.ofNanos(restWhileFull());
        }
        if (!foundNothing()) {
            return Duration.ZERO;
        }
        var rest = Math.clamp((System.nanoTime() - busyNanos.get()) / RESTS, SHORTEST_REST_NANOS, config.poll().toNanos());
        var early = Duration.ofNanos(rest - ThreadLocalRandom.current().nextLong(rest / RESTS + 1));
        return now.plus(early).isAfter(nextDueAt.get()) && nextDueAt.get().isAfter(now) ? Duration.between(now, nextDueAt.get()) : early;
    }

    private void note(boolean found) {
        foundNothing.set(!found);
        if (found) {
            busyNanos.set(System.nanoTime());
            lookedOnceMore.set(false);
        }
    }

    // Until the oldest of the batches that keep the lanes busy counts as slow.
    private long restWhileFull() {
        var now = System.nanoTime();
        var quick = startedNanos.stream().mapToLong(Long::longValue).filter(started -> now - started < SLOW_NANOS).sorted().toArray();
        return quick.length < config.concurrency() ? 0 : SLOW_NANOS - (now - quick[0]);
    }
}
