package dev.ringback.engine.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.message.Subject;

/// A message that has not left yet, with what it needs to leave.
///
/// @param identity empty where the tenant has none on this channel
/// @param brake    the reason of the emergency stop that covers it
/// @param template empty where the pack has none of that key
record Sendable(UUID id, Subject subject, String step, Channel channel, String to, Map<String, Object> variables, Instant expiresAt,
        Optional<String> brake, Optional<SenderIdentity> identity, Optional<Template> template) {}
