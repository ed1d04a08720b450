package dev.ringback.engine.health;

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
}
