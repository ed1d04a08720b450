package dev.ringback.growth.maintenance;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a purge takes, or took, with it.
///
/// @param refused ids of what is no confirmed test, or not there; they stay
/// @param digest  to be given for the purge itself
record Purged(
        @Schema(examples = "true") boolean dryRun,
        @Schema(examples = "1") long clients,
        @Schema(examples = "12") long leads,
        @Schema(examples = "31") long actions,
        @Schema(examples = "2") long insights,
        List<UUID> refused,
        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String digest) {}
