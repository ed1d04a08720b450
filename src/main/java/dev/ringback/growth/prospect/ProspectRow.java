package dev.ringback.growth.prospect;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A business as somebody found it. What a row leaves out, a known prospect keeps.
///
/// @param language `en` or `fr`; `en` when null
record ProspectRow(
        @Schema(examples = "Birch Plumbing") String businessName,
        @Schema(examples = "https://birch.example") String website,
        @Schema(examples = "office@birch.example") String contactEmail,
        @Schema(examples = "https://birch.example/contact") String formUrl,
        @Schema(examples = "Plumbing") String industry,
        @Schema(examples = "Toronto") String region,
        @Schema(examples = "en") String language) {}
