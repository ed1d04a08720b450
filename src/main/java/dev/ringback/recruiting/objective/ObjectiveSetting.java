package dev.ringback.recruiting.objective;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a recruiter knows.
///
/// @param value a text, a number, true or false; left out where it is not known any more
record ObjectiveSetting(
        @NotBlank @Size(max = 255) @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
        @NotBlank @Size(max = 63) @Schema(examples = "interested") String objective,
        @Schema(examples = "true") Object value) {}
