package dev.ringback.engine.erasure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How much was forgotten. The refusals stay, as keyed hashes: who said no must not be written to again because he was forgotten.
///
/// @param rows of the pack's own tables
record Erased(@Schema(examples = "1") int addresses, @Schema(examples = "4") int messages, @Schema(examples = "1") int rows) {}
