package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.time.Instant;

import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// An outcome in the words of the `settle` statement.
record Completion(long id, int revision, String verb, Instant until, String cause) {

    /// @param retry how long failed work waits
    static Completion of(Work work, Outcome outcome, Instant now, Duration retry) {
        return switch (outcome) {
            case Outcome.Done() -> new Completion(work.id(), work.revision(), "done", null, null);
            case Outcome.Cancelled(var reason) -> new Completion(work.id(), work.revision(), "cancelled", null, reason);
            case Outcome.Snoozed(var until, var reason) -> new Completion(work.id(), work.revision(), "snoozed", until, reason);
            case Outcome.Failed(var cause) -> new Completion(work.id(), work.revision(), "failed", now.plus(retry), cause);
        };
    }

    /// Whether the row goes without a further look: the work is over and was never moved before the claim.
    boolean isPlainlyDone() {
        return revision == 0 && (verb.equals("done") || verb.equals("cancelled"));
    }
}
