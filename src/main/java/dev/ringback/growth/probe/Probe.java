package dev.ringback.growth.probe;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A question to a prospect and what came of it.
///
/// @param status      `planned`, `waiting`, `answered`, `silent` or `failed`
/// @param reason      why it could not be asked
/// @param delayMillis from sending to the automatic answer
@JsonInclude(JsonInclude.Include.NON_NULL)
record Probe(
        UUID id,
        UUID prospectId,
        @Schema(examples = "web_form") String channel,
        @Schema(examples = "answered") String status,
        @Schema(examples = "form_needs_scripts") String reason,
        Instant plannedAt,
        Instant sentAt,
        Instant answeredAt,
        @Schema(examples = "3120") Long delayMillis,
        @Schema(examples = "true") Boolean personalised,
        @Schema(examples = "85.00") BigDecimal responseScore) {}
