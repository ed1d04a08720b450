package dev.ringback.engine.thread;

import java.util.UUID;

/// A person's answer in its conversation.
///
/// @param id         names the provider's event: the same delivery again is the same answer
/// @param from       normalised address
/// @param providerId the provider's own id, here the mail's Message-ID
record ReceivedReply(UUID id, Conversation conversation, String from, String subject, String text, String provider, String providerId) {}
