package dev.ringback.engine.ledger;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A person's no, as somebody heard it.
///
/// @param channel on which; null for every channel
/// @param scope   `tenant` when null; no sequence, since no message says which one sends it and the no would hold nothing
record GivenRefusal(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @NotBlank @Size(max = 320) @Schema(examples = "sarah@chen.example") String address,
        @Pattern(regexp = "email|sms|voice|whatsapp", message = "must be email, sms, voice or whatsapp") @Schema(examples = "email") String channel,
        @Pattern(regexp = "tenant|global", message = "must be tenant or global") @Schema(examples = "tenant") String scope,
        @NotBlank @Size(max = 200) @Schema(examples = "said so by telephone") String source,
        @Size(max = 20) @Schema(implementation = Object.class, examples = "{\"ticket\": \"4711\"}") Map<String, Object> evidence) {}
