package dev.ringback.engine.message;

import java.time.Instant;
import java.util.UUID;

/// A message reached a status for the first time; which one it has now may be a higher one, since reports come in any order.
///
/// @param at     the earliest that was reported
/// @param reason machine-readable; null where there is none to give
public record Move(UUID message, Subject subject, String step, MessageStatus status, Instant at, String reason) {

    boolean isPacks() {
        return subject.isPacks() && !step.startsWith(OutboundMessage.OWN_STEP);
    }
}
