package dev.ringback.engine.hotlead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A hot lead that nobody took yet.
record WaitingLead(
        UUID id,
        @Schema(examples = "lead") String subjectKind,
        @Schema(examples = "aee4b816-a70f-42eb-a8e7-96b9d7eb0a3c") String subjectId,
        @Schema(examples = "") String opportunity,
        @Schema(examples = "90") int score,
        @Schema(examples = "[\"intent.pricing\"]") List<String> reasons,
        Instant raisedAt,
        Instant escalatedAt) {}
