package dev.ringback.engine.suppression;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One page of suppressions, in the form that the import takes back.
///
/// @param csv        the same as a file, where `format=csv` asked for it; `items` is then empty
/// @param nextCursor null on the last page
record Exported(List<SuppressionRow> items, @Schema(examples = "address,hash,key_id,family,scope,reason,since,until\\n…") String csv,
        @Schema(examples = "MjAyNi0…") String nextCursor) {}
