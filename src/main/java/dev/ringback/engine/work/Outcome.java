package dev.ringback.engine.work;

import java.time.Instant;

/// What became of a piece of work.
public sealed interface Outcome {

    /// Finished; the row goes.
    record Done() implements Outcome {}

    /// Not now: due again at `until`. Costs no attempt.
    record Snoozed(Instant until, String reason) implements Outcome {}

    /// The world is broken: tried again with back-off, then a dead letter.
    record Failed(String cause) implements Outcome {}

    /// No longer wanted; the row goes.
    record Cancelled(String reason) implements Outcome {}
}
