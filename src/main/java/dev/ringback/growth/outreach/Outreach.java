package dev.ringback.growth.outreach;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A message to a prospect and what came of it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Outreach(
        UUID id,
        UUID prospectId,
        @Schema(examples = "email") String channel,
        @Schema(examples = "How Birch Plumbing answers its leads") String emailSubject,
        @Schema(examples = "Hello Birch Plumbing, …") String emailBody,
        @Schema(examples = "opened") String status,
        Instant sentAt,
        Instant openedAt,
        Instant repliedAt) {}
