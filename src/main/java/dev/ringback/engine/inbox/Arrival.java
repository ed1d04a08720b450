package dev.ringback.engine.inbox;

/// A verified body, as it is stored.
///
/// @param eventId unique per provider: what makes a repeated delivery one
public record Arrival(String provider, String eventId, String contentType, byte[] body) {}
