package dev.ringback.engine.rollup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a rebuild came to.
///
/// @param marked    days of the range that have facts or figures
/// @param computed  marks that were worked at once, others' too
/// @param remaining marks that are left for `rollup-dirty`
record Rebuilding(
        @Schema(examples = "90") int marked,
        @Schema(examples = "90") int computed,
        @Schema(examples = "0") long remaining) {}
