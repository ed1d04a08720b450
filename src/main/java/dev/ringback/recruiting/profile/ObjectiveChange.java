package dev.ringback.recruiting.profile;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A line of the objective timeline.
record ObjectiveChange(
        Instant occurredAt,
        @Schema(examples = "interested") String objective,
        @Schema(examples = "false") Object oldValue,
        @Schema(examples = "true") Object newValue,
        @Schema(examples = "chat") String source) {}
