package dev.ringback.engine.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.ringback.engine.channel.Channel;

/// Channels that one yes or no is for: a text and a call reach the same telephone.
public enum Family {
    ALL, PHONE, EMAIL, WHATSAPP;

    /// A web form is only covered by a no to everything.
    public static Family of(Channel channel) {
        return switch (channel) {
            case SMS, VOICE -> PHONE;
            case EMAIL -> EMAIL;
            case WHATSAPP -> WHATSAPP;
            case WEB_FORM -> ALL;
        };
    }

    /// @throws IllegalArgumentException for a word that names none
    public static Family of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// As it stands in tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Those that it covers.
    public List<String> channels() {
        return Arrays.stream(Channel.values()).filter(channel -> this == ALL || of(channel) == this).map(Channel::word).toList();
    }
}
