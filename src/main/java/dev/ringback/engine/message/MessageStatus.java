package dev.ringback.engine.message;

import java.util.Locale;

/// How far a message has come, in the order of the rank: it has the highest that was ever reported of it. The order is that of
/// the type `engine.message_status`, which decides.
///
/// A delivery outranks a failure, since some providers report the failed attempt after the one that succeeded; a bounce
/// outranks a delivery, since a server may take a mail and send it back; what a person did outranks both.
public enum MessageStatus {
    PLANNED,
    CLAIMED,
    SUBMITTING,
    UNCERTAIN,
    SUPPRESSED,
    SKIPPED,
    CANCELLED,
    ACCEPTED,
    SENT,
    FAILED,
    DELIVERED,
    BOUNCED,
    OPENED,
    READ,
    CLICKED,
    REPLIED,
    COMPLAINED,
    /// Of what came in; it goes no further.
    RECEIVED;

    /// As it stands in tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
