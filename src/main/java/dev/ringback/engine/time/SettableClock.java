package dev.ringback.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The machine's clock until it is set; from then on it stands still and moves only when told to.
public final class SettableClock implements Clock {

    private final Clock system = new SystemClock();
    private final AtomicReference<Instant> fixed = new AtomicReference<>();

    @Override
    public Instant instant() {
        var current = fixed.get();
        return current == null ? system.instant() : current;
    }

    public void set(Instant instant) {
        fixed.set(instant.truncatedTo(ChronoUnit.MICROS));
    }

    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    /// Back to the machine's clock.
    public void release() {
        fixed.set(null);
    }
}
