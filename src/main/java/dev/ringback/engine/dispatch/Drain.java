package dev.ringback.engine.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/// One draining of the queue: how much time and how many items it has left.
final class Drain {

    private final long deadlineNanos;
    private final AtomicInteger limitLeft;

    Drain(long deadlineNanos, int limit) {
        this.deadlineNanos = deadlineNanos;
        this.limitLeft = new AtomicInteger(limit);
    }

    int limitLeft() {
        return limitLeft.get();
    }

    /// The round's tick, marked as the last one when time or limit is used up.
    Tick after(Tick round) {
        var left = limitLeft.addAndGet(-round.claimed());
        return left <= 0 || System.nanoTime() - deadlineNanos > 0 ? round.asLast() : round;
    }
}
