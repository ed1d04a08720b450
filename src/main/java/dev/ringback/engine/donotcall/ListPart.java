package dev.ringback.engine.donotcall;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A part of a do-not-call list.
///
/// @param asOf     the day of which the list is
/// @param region   where numbers without a country code belong; null where each has one
/// @param complete whether it is the last part: from then on this state of the list counts
record ListPart(
        @NotBlank @Size(max = 100) @Schema(examples = "us-national") String list,
        @NotNull @Schema(examples = "2026-11-01") LocalDate asOf,
        @Pattern(regexp = "[A-Z]{2}", message = "must be a country's code") @Schema(examples = "US") String region,
        @NotNull @Size(max = 50_000) @Schema(examples = "[\"202-555-0123\", \"+12025550124\"]") List<String> numbers,
        @Schema(examples = "true") boolean complete) {}
