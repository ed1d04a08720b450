package dev.ringback.engine.run;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one run of a job did.
///
/// @param slot       what moment a calendar job's run is for; null for jobs that drain
/// @param finishedAt null while it runs or is left for the next call
/// @param takes      how often it was taken over or ended
record Run(
        UUID id,
        @Schema(examples = "retention") String job,
        Instant slot,
        @Schema(examples = "0d6e6c0a-5f0e-4b43-9a39-0d0a2b1c9c11") String instance,
        Instant startedAt,
        Instant finishedAt,
        @Schema(examples = "1") int takes,
        @Schema(examples = "0") int failures,
        @Schema(examples = "120") int claimed,
        @Schema(examples = "120") int done,
        @Schema(examples = "0") int snoozed,
        @Schema(examples = "0") int failed,
        @Schema(examples = "0") int cancelled,
        @Schema(examples = "0") long remaining,
        Instant nextDueAt,
        @Schema(examples = "TimeoutException: null") String error) {}
