package dev.ringback.recruiting.chat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a recruiter says himself.
record AgentMessage(
        @NotBlank @Size(max = 255) @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
        @NotBlank @Size(max = 4_096) @Schema(examples = "Could you come on Monday at nine?") String text) {}
