package dev.ringback.engine.facts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.breaker.Circuit;
import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.consent.PhoneNumber;
import dev.ringback.engine.hours.Recipient;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.template.Template;

/// A message that has not left yet, or of which nobody knows whether it has, with what it needs to leave.
///
/// @param identity empty where the tenant has none on this channel
/// @param template empty where the pack has none of that key
public record Sendable(UUID id, Subject subject, String step, Channel channel, String purpose, String to, Map<String, Object> variables,
        Standing standing,
        Guard guard, Optional<SenderIdentity> identity, Optional<Template> template) {

    /// How far it is.
    ///
    /// @param stopReason why it must not be submitted again; null where nothing says so
    /// @param causeAt    null where it has no cause but its plan
    /// @param expiresAt  null when it never does
    /// @param attempt    null before the first submission
    public record Standing(MessageStatus status, String stopReason, Instant causeAt, Instant expiresAt, Attempt attempt) {}

    /// Its last submission.
    ///
    /// @param doubtfulSince when the first submission began of which nobody knows whether it was one; this one, where it is the first
    public record Attempt(String provider, Instant beganAt, Instant doubtfulSince) {}

    /// What may hold it back, whatever it says.
    ///
    /// @param brake       the reason of the emergency stop that covers it
    /// @param isElsewhere whether the database belongs to another project
    /// @param isCounted   whether a cap counts it
    /// @param isLoop      whether it answers by itself somebody who was answered so too often
    public record Guard(Optional<String> brake, boolean isElsewhere, boolean isCounted, boolean isLoop, Limits limits) {}

    /// Whether a submission was cut off: nobody knows whether the provider has it.
    public boolean mayHaveLeft() {
        return switch (standing.status()) {
            case SUBMITTING, UNCERTAIN -> true;
            default -> false;
        };
    }

    boolean hasValidAddress() {
        return switch (channel) {
            case EMAIL -> EmailAddress.parse(to).isPresent();
            case SMS, VOICE, WHATSAPP -> PhoneNumber.parse(to).isPresent();
            case WEB_FORM -> true;
        };
    }

    // WhatsApp lets only approved templates begin a conversation.
    boolean needsSession() {
        return channel == Channel.WHATSAPP && template.map(Template::approved).isEmpty();
    }

    /// What it fails together with, on its way through this provider.
    public Optional<Circuit> circuit(String provider, SenderIdentity from) {
        return Circuit.of(channel, provider, subject.pack() + ":" + subject.tenant(), from);
    }

    public Recipient recipient() {
        return new Recipient(id, subject, channel, purpose, to);
    }
}
