package dev.ringback.growth.insight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Something that a client's leads taught.
///
/// @param learningSnapshot in the form of its `event_type`
record InsightView(
        UUID id,
        @Schema(examples = "urgency_trend") String eventType,
        @Schema(examples = "{\"high_urgency_pct\": 0.34, \"trend\": \"stable\"}") Map<String, Object> learningSnapshot,
        @Schema(examples = "17 of 50 leads of the last 30 days are urgent, stable") String insightText,
        @Schema(examples = "0.83") BigDecimal confidence,
        Instant createdAt) {}
