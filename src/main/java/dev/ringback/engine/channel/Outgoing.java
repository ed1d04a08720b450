package dev.ringback.engine.channel;

import java.util.UUID;

/// A rendered message that may leave.
///
/// @param id        the same at every attempt: the idempotency key where the provider takes one
/// @param to        normalised address; of a form the page's host
/// @param reference by which the provider can be asked for it, and its answer recognised; of a mail the Message-ID without its
///                  angle brackets. The same at every attempt, so that a second copy is recognised as one
public record Outgoing(UUID id, SenderIdentity identity, String to, String reference, Content content) {}
