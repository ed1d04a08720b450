package dev.ringback.recruiting.objective;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is known of a candidate now.
record KnownObjectives(
        @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
        @Schema(examples = "completed") String sessionStatus,
        @Schema(examples = "{\"interested\": true}") Map<String, Object> objectives) {}
