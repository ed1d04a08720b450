package dev.ringback.engine.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The machine's clock.
final class SystemClock implements Clock {

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
