package dev.ringback.growth.lead;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A lead as its client sees it.
record Lead(
        UUID id,
        @Schema(examples = "sarah@chen.example") String email,
        @Schema(examples = "Sarah Chen") String name,
        @Schema(examples = "Our roof leaks, how soon could you come?") String message,
        @Schema(examples = "en") String language,
        @Schema(examples = "booking") String intent,
        @Schema(examples = "Urgent") String tone,
        @Schema(examples = "High") String urgency,
        @Schema(examples = "0.70") BigDecimal confidenceScore,
        @Schema(examples = "Active") String currentTag,
        Instant lastSubmittedAt) {}
