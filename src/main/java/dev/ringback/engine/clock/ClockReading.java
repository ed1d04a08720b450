package dev.ringback.engine.clock;

import java.time.Instant;

/// What time it is.
record ClockReading(Instant now) {}
