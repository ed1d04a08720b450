package dev.ringback.engine.mail;

/// What became of the raw bytes of a mail.
public sealed interface ParsedMail permits InboundMail, ParsedMail.Unreadable {

    /// The bytes are no mail that anybody could answer; the reason is a short slug, such as `no-from`, for rows and logs.
    record Unreadable(String reason) implements ParsedMail {}
}
