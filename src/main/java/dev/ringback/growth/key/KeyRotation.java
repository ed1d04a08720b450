package dev.ringback.growth.key;

import java.time.Duration;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/// @param overlap how long the replaced key still opens; null for a day, zero where it was lost
record KeyRotation(
        @Size(max = 500) @Schema(examples = "the yearly change") String reason,
        @DurationMin @DurationMax(days = 30) @Schema(implementation = String.class, examples = "PT24H") Duration overlap) {

    private static final Duration USUAL = Duration.ofDays(1);

    Duration overlapOrUsual() {
        return overlap == null ? USUAL : overlap;
    }
}
