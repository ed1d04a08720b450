package dev.ringback.engine.phonehook;

import java.util.Map;
import java.util.UUID;

import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.message.Subject;

/// A call that we dialled.
///
/// @param message   that dialled
/// @param opening   what is said first
/// @param variables what the agent is told
record Call(UUID message, Subject subject, String ourNumber, String theirNumber, String opening, Map<String, Object> variables,
        SenderIdentity identity) {}
