package dev.ringback.recruiting.call;

import java.time.Duration;
import java.util.Optional;

/// Whether somebody who could not be spoken to is called again, and how much later. When the call may leave is decided by `SendPolicy`.
final class RetryPolicy {

    private RetryPolicy() {}

    /// @param attempt which one has ended, from 1
    static Optional<Duration> decide(CallStatus status, int attempt, CallConfig config) {
        if (attempt >= config.attempts()) {
            return Optional.empty();
        }
        return switch (status) {
            case NO_ANSWER -> Optional.of(config.afterNoAnswer());
            case BUSY -> Optional.of(config.afterBusy());
            case QUEUED, RINGING, IN_PROGRESS, FAILED, VOICEMAIL, COMPLETED -> Optional.empty();
        };
    }
}
