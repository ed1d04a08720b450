package dev.ringback.growth.client;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A client's settings as they go over HTTP.
record SettingsView(
        UUID clientId,
        @Schema(examples = "Maple Roofing") String businessName,
        @Schema(examples = "Morgan Maple") String contactName,
        @Schema(examples = "en") String language,
        @Schema(examples = "Formal") String emailTone,
        @Schema(examples = "Same day") String followupSpeed,
        @Schema(examples = "true") Boolean aiPersonalizedReply,
        @Schema(examples = "https://maple-roofing.example/book") String bookingLink,
        @Schema(examples = "Roofs that stay.") String customTagline,
        @Schema(examples = "hello@maple-roofing.example") String outboundEmail,
        @Schema(examples = "Europe/Paris") String timeZone,
        @Schema(examples = "smtp.maple-roofing.example") String smtpHost,
        Instant smtpVerifiedAt,
        @Schema(examples = "rb_1f0c9a2b") String apiKeyPrefix) {}
