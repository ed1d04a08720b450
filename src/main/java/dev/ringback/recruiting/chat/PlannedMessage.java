package dev.ringback.recruiting.chat;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A message that leaves when it may; `explain-send` tells by its id what became of it.
record PlannedMessage(UUID messageId, @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId) {}
