package dev.ringback.engine.channel;

import java.util.UUID;

/// A rendered message that may leave.
///
/// @param reference the Message-ID it carries, without its angle brackets: the same at every attempt, so that a second copy is recognised as one
public record Outgoing(UUID id, SenderIdentity identity, String to, String subject, String text, String reference) {}
