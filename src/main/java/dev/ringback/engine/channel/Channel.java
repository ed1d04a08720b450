package dev.ringback.engine.channel;

import java.util.Locale;

/// A way to reach a person.
public enum Channel {
    EMAIL,
    SMS,
    VOICE,
    WHATSAPP,
    WEB_FORM;

    /// As it stands in tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
