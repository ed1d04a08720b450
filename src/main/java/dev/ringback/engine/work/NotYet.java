package dev.ringback.engine.work;

import java.time.Instant;

/// The installation lacks something without which nothing can be done right now. Work that meets it waits and costs no attempt.
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    /// @param reason machine-readable
    public NotYet(Instant until, String reason) {
        super(reason, null, false, false);
        this.until = until;
    }

    Outcome outcome() {
        return new Outcome.Snoozed(until, getMessage());
    }
}
