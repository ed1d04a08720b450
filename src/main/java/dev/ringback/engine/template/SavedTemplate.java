package dev.ringback.engine.template;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param version   rises with each change
/// @param variables that it uses
record SavedTemplate(
        @Schema(examples = "lead-reply") String key,
        @Schema(examples = "en") String language,
        @Schema(examples = "Neutral") String tone,
        @Schema(examples = "2") int version,
        @Schema(examples = "[\"business_name\",\"name\"]") List<String> variables) {}
