package dev.ringback.engine.health;

import java.time.Duration;
import java.util.Locale;

/// How well a part works, from well to not at all.
enum Status {
    OK,
    /// Slower, but nothing is lost.
    DEGRADED,
    DOWN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Status worse(Status other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    /// @param skew how far two clocks are apart, in either direction
    static Status ofSkew(Duration skew, Duration tolerated) {
        return skew.abs().compareTo(tolerated) > 0 ? DEGRADED : OK;
    }
}
