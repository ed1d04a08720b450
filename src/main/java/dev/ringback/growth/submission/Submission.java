package dev.ringback.growth.submission;

import java.math.BigDecimal;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a person wrote into a client's form.
record Submission(
        @NotBlank @Size(max = 254) @Schema(examples = "sarah@chen.example") String email,
        @NotBlank @Size(max = 200) @Schema(examples = "Sarah Chen") String name,
        @Size(max = 10_000) @Schema(examples = "Our roof leaks, how soon could you come?") String message,
        @Pattern(regexp = "en|fr", message = "must be en or fr") @Schema(examples = "en") String language,
        @Schema(examples = "false") Boolean isTest,
        @Size(max = 200) @Schema(examples = "referral") String source,
        @Size(max = 200) @Schema(examples = "Real Estate") String industry,
        @DecimalMin("0") @Digits(integer = 12, fraction = 2) @Schema(examples = "5000") BigDecimal estimatedValue) {}
