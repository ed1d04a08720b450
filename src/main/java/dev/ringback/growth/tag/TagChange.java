package dev.ringback.growth.tag;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param conversionValue what the lead is worth; null leaves what is known
record TagChange(
        @NotNull UUID leadId,
        @NotNull @Pattern(regexp = "Active|Follow-Up|Converted",
                message = "must be Active, Follow-Up or Converted") @Schema(examples = "Converted") String tag,
        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Schema(examples = "5000") BigDecimal conversionValue) {}
