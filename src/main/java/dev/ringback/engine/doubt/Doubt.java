package dev.ringback.engine.doubt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An answer that may be an opt-out.
record Doubt(
        UUID id,
        UUID messageId,
        @Schema(examples = "email") String channel,
        @Schema(examples = "That's enough.") String text,
        @Schema(examples = "[\"optout.en.anger\"]") List<String> rules,
        Instant raisedAt) {}
