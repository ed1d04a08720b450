package dev.ringback.growth.list;

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
        @Schema(examples = "Urgency rising (Low to High), tone from Friendly to Urgent.") String relationshipInsight,
        @Schema(examples = "Active") String currentTag,
        @Schema(examples = "false") boolean isTest,
        @Schema(examples = "referral") String source,
        @Schema(examples = "Real Estate") String industry,
        @Schema(examples = "5000") BigDecimal estimatedValue,
        Instant timestamp,
        Instant lastSubmittedAt) {}
