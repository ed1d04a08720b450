package dev.ringback.engine.donotcall;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param refused the places, counted from 1, of what is no telephone number
record ImportedPart(@Schema(examples = "2") int imported, @Schema(examples = "[]") List<Integer> refused,
        @Schema(examples = "true") boolean complete) {}
