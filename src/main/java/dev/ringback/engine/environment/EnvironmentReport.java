package dev.ringback.engine.environment;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether this installation may send.
///
/// @param here      the project that we are
/// @param project   the project that the database sends for; null before the first send
/// @param locked    whether they differ: then nothing is sent
/// @param claimedBy who said so
record EnvironmentReport(
        @Schema(examples = "abcdefghijklmnopqrst") String here,
        @Schema(examples = "abcdefghijklmnopqrst") String project,
        @Schema(examples = "false") boolean locked,
        Instant claimedAt,
        @Schema(examples = "service:default") String claimedBy) {}
