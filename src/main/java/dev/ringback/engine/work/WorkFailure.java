package dev.ringback.engine.work;

import org.jboss.logging.Logger;

/// The one place where an exception becomes an outcome.
public final class WorkFailure {

    private static final Logger LOG = Logger.getLogger(WorkFailure.class);
    private static final int CAUSE_CHARS = 500;

    private WorkFailure() {}

    public static Outcome of(Throwable failure) {
        if (failure instanceof NotYet waits) {
            return waits.outcome();
        }
        LOG.warn("work failed", failure);
        var cause = "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage());
        return new Outcome.Failed(cause.substring(0, Math.min(cause.length(), CAUSE_CHARS)));
    }
}
