package dev.ringback.engine.message;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.place.Whereabouts;

/// A message that is to be sent.
///
/// @param step      what it is for, for example `lead-reply`
/// @param visit     which time the subject is at this step: the cause's own name, so that a retry is the same message and a
///                  new cause another one
/// @param to        normalised address
/// @param variables what the template may use, each one given, empty where there is nothing
public record OutboundMessage(Subject subject, String step, String visit, Channel channel, String to, Wording wording,
        Map<String, Object> variables, Terms terms) {

    /// On what terms it may leave.
    ///
    /// @param purpose   as legal hours name it; `opt_out_confirmation` passes the opt-out that it confirms
    /// @param causeAt   when that happened which it answers; null where it has no cause but its plan
    /// @param expiresAt when it is of no use any more; null for never
    /// @param recipient what is known of where the person is, beside the number
    public record Terms(String purpose, Instant causeAt, Instant expiresAt, Whereabouts recipient) {

        public static final Terms PLAIN = new Terms("conversation", null, null, new Whereabouts(null, null, null, null, null));
    }

    /// @param template key within the pack
    /// @param language ISO 639-1
    public record Wording(String template, String language, String tone) {}

    /// UUIDv5 of pack, subject, step and visit.
    public UUID id() {
        return NameBasedId.of(String.join("\n", subject.pack(), subject.kind(), subject.id(), step, visit));
    }

    /// For a message of the other direction: the provider's event names it.
    public static UUID receivedId(String provider, String eventId) {
        return NameBasedId.of("received\n" + provider + "\n" + eventId);
    }
}
