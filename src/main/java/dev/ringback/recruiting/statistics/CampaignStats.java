package dev.ringback.recruiting.statistics;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A campaign's figures up to now.
///
/// @param objectivesMet  how many objectives of how many sessions are known
/// @param latestActivity the last message, call or finding; null before the first
record CampaignStats(
        @Schema(examples = "Plumber - London") String campaign,
        @Schema(examples = "120") long sessions,
        @Schema(examples = "58") long activeSessions,
        @Schema(examples = "410") long messagesSent,
        @Schema(examples = "205") long messagesReceived,
        @Schema(examples = "12") long calls,
        @Schema(examples = "96") long objectivesMet,
        Instant latestActivity) {}
