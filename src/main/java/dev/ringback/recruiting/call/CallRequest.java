package dev.ringback.recruiting.call;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom to call.
record CallRequest(
        @NotEmpty @Size(max = 1_000) @Schema(
                examples = "[\"b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21\"]") List<@NotBlank @Size(max = 255) String> sessionIds) {}
