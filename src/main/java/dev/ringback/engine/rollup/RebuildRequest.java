package dev.ringback.engine.rollup;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which days are computed anew; whatever is left out is all.
record RebuildRequest(
        @NotBlank @Schema(examples = "engine.message_daily") String rollup,
        @Schema(examples = "growth") String pack,
        @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Schema(examples = "2026-01-01") LocalDate from,
        @Schema(examples = "2026-03-31") LocalDate to) {

    DayRange range() {
        return new DayRange(pack, tenant, from, to);
    }
}
