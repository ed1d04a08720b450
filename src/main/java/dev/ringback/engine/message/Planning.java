package dev.ringback.engine.message;

import java.time.Instant;
import java.util.Optional;

import dev.ringback.engine.policy.SendPolicy;

/// A message with what was decided about it.
///
/// @param dueAt when it is to leave; of no use where something stands against it
public record Planning(OutboundMessage message, Instant dueAt, Decision decision) {

    public static Planning of(OutboundMessage message, Instant dueAt) {
        return new Planning(message, dueAt, Decision.PLANNED);
    }

    public static Planning withheld(OutboundMessage message, String reason) {
        return new Planning(message, null, Decision.withheld(reason));
    }

    public boolean isToLeave() {
        return decision.equals(Decision.PLANNED);
    }

    /// What a human has to read first is planned and waits.
    ///
    /// @param suppression of the address, where there is one
    Planning unless(Optional<String> suppression) {
        return suppression.filter(reason -> isToLeave() && !reason.equals(SendPolicy.HELD) && !message.passesOptOut())
                .map(reason -> new Planning(message, null, Decision.suppressed(reason)))
                .orElse(this);
    }
}
