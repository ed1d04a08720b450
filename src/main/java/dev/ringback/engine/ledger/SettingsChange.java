package dev.ringback.engine.ledger;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What changes; null members stay as they are.
record SettingsChange(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Schema(examples = "true") Boolean revokeAll,
        @Size(max = 300) @Pattern(regexp = "(?s).*\\S.*",
                message = "must not be blank") @Schema(examples = "1 Maple Street, Toronto") String postalAddress) {}
