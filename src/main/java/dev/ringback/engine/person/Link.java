package dev.ringback.engine.person;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Addresses that somebody says are one person's.
record Link(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @NotEmpty @Size(min = 2,
                max = 20) @Schema(examples = "[\"sarah@chen.example\", \"+12025550123\"]") List<@NotBlank @Size(max = 320) String> addresses) {}
