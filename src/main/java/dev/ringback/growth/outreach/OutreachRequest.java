package dev.ringback.growth.outreach;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom to write to, and what beside the template's own words.
///
/// @param channel null for mail where there is an address, else the form
/// @param note    stands in for the template's offer; null for none
record OutreachRequest(
        @NotEmpty @Size(max = 100) List<@NotNull UUID> prospectIds,
        @Pattern(regexp = "web_form|email", message = "must be web_form or email") @Schema(examples = "email") String channel,
        @Size(max = 5_000) @Schema(examples = "We saw that nobody answers your form at night. May we show you what that costs?") String note) {}
