package dev.ringback.engine.window;

import java.time.LocalDateTime;

/// From a wall-clock reading up to another, without the second.
record LocalSpan(LocalDateTime from, LocalDateTime until) {

    boolean adjoins(LocalSpan later) {
        return !later.from.isAfter(until);
    }

    LocalSpan with(LocalSpan later) {
        return later.until.isAfter(until) ? new LocalSpan(from, later.until) : this;
    }
}
