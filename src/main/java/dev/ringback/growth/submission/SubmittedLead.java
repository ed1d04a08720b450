package dev.ringback.growth.submission;

import java.math.BigDecimal;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The stored lead, and what the rules read in its message.
///
/// @param created false when the person was known to this client
record SubmittedLead(
        UUID leadId,
        @Schema(examples = "true") boolean created,
        @Schema(examples = "Active") String currentTag,
        @Schema(examples = "en") String language,
        @Schema(examples = "booking") String intent,
        @Schema(examples = "Urgent") String tone,
        @Schema(examples = "High") String urgency,
        @Schema(examples = "0.70") BigDecimal confidenceScore) {}
