package dev.ringback.engine.suppression;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of an import: every row was read before the first was kept.
record Imported(@Schema(examples = "41") int imported, @Schema(examples = "1") int repeated, List<RefusedRow> refused) {

    /// @param row counted from 1, a CSV's header aside
    record RefusedRow(@Schema(examples = "3") int row, @Schema(examples = "no_address") String reason) {}
}
