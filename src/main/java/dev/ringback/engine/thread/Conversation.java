package dev.ringback.engine.thread;

import java.util.UUID;

import dev.ringback.engine.message.Subject;

/// Where an answer belongs.
///
/// @param answered  our message that it answers; null where we had not written
/// @param writtenTo the address that it went to; the answer may come from another one of the person's
record Conversation(UUID answered, Subject subject, String writtenTo) {}
