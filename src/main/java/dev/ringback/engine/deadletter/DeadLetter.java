package dev.ringback.engine.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param history what went wrong each time, the first attempt first
record DeadLetter(
        UUID id,
        @Schema(examples = "growth") String pack,
        @Schema(examples = "growth.plan-reply") String kind,
        @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Schema(examples = "lead") String subjectKind,
        @Schema(examples = "aee4b816-a70f-42eb-a8e7-96b9d7eb0a3c") String subjectId,
        @Schema(examples = "8") int attempts,
        @Schema(examples = "PgException: the column is missing") String lastError,
        List<String> history,
        Map<String, Object> payload,
        Instant createdAt,
        Instant diedAt) {}
