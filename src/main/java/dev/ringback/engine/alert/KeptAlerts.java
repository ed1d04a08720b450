package dev.ringback.engine.alert;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.idempotency.ShownOnce;

/// Whom a tenant has told of hot leads.
///
/// @param webhookSecret signs the webhook (Standard Webhooks); shown when it is made and never again
record KeptAlerts(
        @Schema(examples = "owner@maple-roofing.example") String email,
        @Schema(examples = "chief@maple-roofing.example") String escalateTo,
        @Schema(examples = "en") String language,
        @Schema(examples = "https://maple-roofing.example/hooks/ringback") String webhookUrl,
        @Schema(examples = "whsec_…") String webhookSecret) implements ShownOnce {

    static KeptAlerts of(Listeners listeners, String secret) {
        return new KeptAlerts(listeners.email(), listeners.escalateTo(), listeners.language(), listeners.webhookUrl(), secret);
    }

    @Override
    public Object withoutSecret() {
        return new KeptAlerts(email, escalateTo, language, webhookUrl, null);
    }

    @Override
    public String toString() {
        return "KeptAlerts[%s]".formatted(language);
    }
}
