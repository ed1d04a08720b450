package dev.ringback.engine.doubt;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a human made of a doubtful answer.
record Settlement(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @NotNull UUID id,
        @NotNull @Schema(examples = "true") Boolean optOut) {}
