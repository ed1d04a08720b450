package dev.ringback.growth.tag;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param changed false when it was there already
record MovedLead(
        UUID leadId,
        @Schema(examples = "Converted") String currentTag,
        @Schema(examples = "Follow-Up") String previousTag,
        @Schema(examples = "true") boolean changed) {}
