package dev.ringback.engine.inbox;

import java.util.UUID;

/// A stored body that is to be worked.
public record InboxItem(UUID id, String provider, String eventId, byte[] body) {}
