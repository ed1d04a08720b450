package dev.ringback.engine.email;

import dev.ringback.engine.channel.SenderIdentity;

/// A sender's name without what could end it or begin a header. The mail client refuses angle brackets in a name, quoted or not.
final class Mailbox {

    private Mailbox() {}

    static String name(SenderIdentity identity) {
        return identity.displayName().replaceAll("[\"\\\\<>\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
    }

    /// RFC 5322 §3.4: `"Maple Roofing" <hello@maple.example>`.
    static String of(SenderIdentity identity) {
        return "\"%s\" <%s>".formatted(name(identity), identity.address());
    }
}
