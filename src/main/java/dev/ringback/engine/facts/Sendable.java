package dev.ringback.engine.facts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.place.Whereabouts;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.template.Template;

/// A message that has not left yet, or of which nobody knows whether it has, with what it needs to leave.
///
/// @param identity empty where the tenant has none on this channel
/// @param template empty where the pack has none of that key
public record Sendable(UUID id, Subject subject, String step, Channel channel, String purpose, String to, Map<String, Object> variables,
        Standing standing,
        Recipient recipient, Guard guard, Optional<SenderIdentity> identity, Optional<Template> template) {

    /// How far it is.
    ///
    /// @param stopReason   why it must not be submitted again; null where nothing says so
    /// @param causeAt      null where it has no cause but its plan
    /// @param expiresAt    null when it never does
    /// @param submittingAt when its last submission began; null before the first
    public record Standing(MessageStatus status, String stopReason, Instant causeAt, Instant expiresAt, Instant submittingAt) {}

    /// @param heardAt      when the person last wrote; null when never
    /// @param onWhatsAppAt the same on WhatsApp
    public record Recipient(Whereabouts whereabouts, Instant heardAt, Instant onWhatsAppAt) {}

    /// What may hold it back, whatever it says.
    ///
    /// @param brake       the reason of the emergency stop that covers it
    /// @param isElsewhere whether the database belongs to another project
    /// @param isCounted   whether a cap counts it
    public record Guard(Optional<String> brake, boolean isElsewhere, boolean isCounted, Limits limits) {}

    /// Whether a submission was cut off: nobody knows whether the provider has it.
    public boolean mayHaveLeft() {
        return switch (standing.status()) {
            case SUBMITTING, UNCERTAIN -> true;
            default -> false;
        };
    }
}
