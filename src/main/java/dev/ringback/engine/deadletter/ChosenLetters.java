package dev.ringback.engine.deadletter;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which letters are meant.
record ChosenLetters(
        @NotEmpty @Size(max = 1000) @Schema(examples = "[\"0b9e6a52-6d3c-4a53-9f0f-2f1de2a4c9b7\"]") List<@NotNull UUID> ids) {}
