package dev.ringback.engine.tracking;

import java.util.Locale;

import dev.ringback.engine.message.MessageStatus;

/// What was fetched.
enum HitKind {

    OPEN(MessageStatus.OPENED), CLICK(MessageStatus.CLICKED);

    private final MessageStatus status;

    HitKind(MessageStatus status) {
        this.status = status;
    }

    /// Of the message, where a person did it.
    MessageStatus status() {
        return status;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HitKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
