package dev.ringback.engine.outbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the person answers.
record MadeUpAnswer(@NotBlank @Size(max = 10_000) @Schema(examples = "please stop writing to me") String text) {}
