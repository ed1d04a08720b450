package dev.ringback.engine.time;

import java.time.Duration;

/// When a budget ends, by the machine's stop watch: business time may stand still.
public final class Deadline {

    private final long endsAtNanos;

    private Deadline(long endsAtNanos) {
        this.endsAtNanos = endsAtNanos;
    }

    public static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    public boolean hasPassed() {
        return System.nanoTime() - endsAtNanos >= 0;
    }
}
