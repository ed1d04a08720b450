package dev.ringback.engine.thread;

import java.util.UUID;

import dev.ringback.engine.message.Subject;

/// Where an answer belongs.
///
/// @param answered   our message that it answers
/// @param ourAddress the address that it was sent from
record Conversation(UUID answered, Subject subject, String ourAddress) {}
