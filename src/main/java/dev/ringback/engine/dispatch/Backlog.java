package dev.ringback.engine.dispatch;

import java.time.Instant;

/// @param nextDueAt when the next waiting item is due; null where none waits
record Backlog(long remaining, Instant nextDueAt) {}
