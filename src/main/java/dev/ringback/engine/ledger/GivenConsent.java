package dev.ringback.engine.ledger;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A person's yes.
///
/// @param source      where it was given
/// @param evidence    what shows it later
/// @param textVersion the wording that was agreed to
record GivenConsent(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @NotBlank @Size(max = 320) @Schema(examples = "+12025550123") String address,
        @NotNull @Pattern(regexp = "email|sms|voice|whatsapp",
                message = "must be email, sms, voice or whatsapp") @Schema(examples = "voice") String channel,
        @NotBlank @Size(max = 200) @Schema(examples = "web form") String source,
        @Size(max = 20) @Schema(implementation = Object.class,
                examples = "{\"form\": \"contact\", \"ip\": \"192.0.2.7\"}") Map<String, Object> evidence,
        @Size(max = 100) @Schema(examples = "2026-03") String textVersion) {}
