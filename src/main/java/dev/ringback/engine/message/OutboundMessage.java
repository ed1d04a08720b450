package dev.ringback.engine.message;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.ringback.engine.channel.Channel;

/// A message that is to be sent.
///
/// @param step      what it is for, for example `lead-reply`
/// @param visit     which time the subject is at this step: the cause's own name, so that a retry is the same message and a
///                  new cause another one
/// @param to        normalised address
/// @param variables what the template may use, each one given, empty where there is nothing
public record OutboundMessage(Subject subject, String step, String visit, Channel channel, String to, Wording wording,
        Map<String, Object> variables, Conditions conditions) {

    /// How the engine's own steps begin, which no pack is told of.
    public static final String OWN_STEP = "engine.";

    /// On what conditions it may leave.
    ///
    /// @param purpose   as legal hours name it; `opt_out_confirmation` passes the opt-out that it confirms
    /// @param causeAt   when that happened which it answers; null where it has no cause but its plan
    /// @param expiresAt when it is of no use any more; null for never
    public record Conditions(String purpose, Instant causeAt, Instant expiresAt) {

        /// Of the one message that passes the opt-out which it confirms.
        public static final String OPT_OUT_CONFIRMATION = "opt_out_confirmation";
        /// Of other messages that answer by themselves. How many of both somebody gets is limited.
        public static final String AUTOMATIC = "automatic";
        public static final Conditions PLAIN = new Conditions("conversation", null, null);
    }

    /// @param template key within the pack
    /// @param language ISO 639-1
    public record Wording(String template, String language, String tone) {}

    boolean passesOptOut() {
        return conditions.purpose().equals(Conditions.OPT_OUT_CONFIRMATION);
    }

    /// UUIDv5 of pack, subject, step and visit.
    public UUID id() {
        return NameBasedId.of(String.join("\n", subject.pack(), subject.kind(), subject.id(), step, visit));
    }

    /// For a message of the other direction: the provider's event names it.
    public static UUID receivedId(String provider, String eventId) {
        return NameBasedId.of("received\n" + provider + "\n" + eventId);
    }
}
