package dev.ringback.growth.prospect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A business that may need us.
///
/// @param responseScore       how well it answers today, 0 to 100; null until it was probed
/// @param automationNeedScore the rest to a hundred
public record Prospect(
        UUID id,
        @Schema(examples = "Birch Plumbing") String businessName,
        @Schema(examples = "https://birch.example") String website,
        @Schema(examples = "office@birch.example") String contactEmail,
        @Schema(examples = "https://birch.example/contact") String formUrl,
        @Schema(examples = "Plumbing") String industry,
        @Schema(examples = "Toronto") String region,
        @Schema(examples = "en") String language,
        @Schema(examples = "0.00") BigDecimal responseScore,
        @Schema(examples = "100.00") BigDecimal automationNeedScore,
        @Schema(examples = "false") boolean contacted,
        Instant lastTested) {}
