package dev.ringback.growth.sender;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param verifiedAt null where the installation's own server sends
record VerifiedServer(
        @Schema(examples = "hello@maple-roofing.example") String outboundEmail,
        @Schema(examples = "smtp.maple-roofing.example") String smtpHost,
        @Schema(examples = "587") Integer smtpPort,
        Instant verifiedAt) {}
