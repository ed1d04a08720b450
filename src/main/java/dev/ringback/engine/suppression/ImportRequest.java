package dev.ringback.engine.suppression;

import java.util.List;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Suppressions from elsewhere, as rows or as a CSV file with the rows' members in its header.
///
/// @param source where they were kept
record ImportRequest(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Size(max = 200) @Schema(examples = "the old mailer") String source,
        @Size(max = 20_000) List<SuppressionRow> rows,
        @Schema(examples = "address,family,since\\nsarah@chen.example,email,2025-01-31T09:00:00Z") String csv) {}
