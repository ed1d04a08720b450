package dev.ringback.growth.tag;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record Reversion(@NotNull UUID leadId, @NotBlank @Size(max = 1_000) @Schema(examples = "Placed in converted by accident") String reason) {}
