package dev.ringback.engine.alert;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom a tenant wants told of hot leads. What is left out is told no more.
///
/// @param escalateTo who is written to when nobody took the lead; null for the same
/// @param newSecret  whether the webhook is signed by a new secret from now on
record AlertSetting(
        @Pattern(regexp = "bids|roofing|recruiting|growth", message = "must be a pack") @Schema(examples = "growth") String pack,
        @Size(max = 200) @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Size(max = 320) @Schema(examples = "owner@maple-roofing.example") String email,
        @Size(max = 320) @Schema(examples = "chief@maple-roofing.example") String escalateTo,
        @Pattern(regexp = "en|fr|es|de", message = "must be en, fr, es or de") @Schema(examples = "en") String language,
        @Size(max = 2_000) @Schema(examples = "https://maple-roofing.example/hooks/ringback") String webhookUrl,
        @Schema(examples = "false") Boolean newSecret) {

    String languageOrEnglish() {
        return language == null ? "en" : language;
    }

    boolean wantsNewSecret() {
        return Boolean.TRUE.equals(newSecret);
    }
}
