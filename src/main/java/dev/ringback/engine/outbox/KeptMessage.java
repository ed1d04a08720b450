package dev.ringback.engine.outbox;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A message that the outbox kept instead of sending.
record KeptMessage(
        UUID id,
        @Schema(examples = "growth") String pack,
        @Schema(examples = "d0000000-0000-4000-8000-000000000001") String tenant,
        @Schema(examples = "lead") String subjectKind,
        @Schema(examples = "aee4b816-a70f-42eb-a8e7-96b9d7eb0a3c") String subjectId,
        @Schema(examples = "lead-reply") String step,
        @Schema(examples = "email") String channel,
        @Schema(examples = "hello@maple-roofing.example") String from,
        @Schema(examples = "sarah@chen.example") String to,
        @Schema(examples = "Maple Roofing: your message") String subject,
        @Schema(examples = "Hi Sarah Chen, thanks so much for writing to us!") String text,
        @Schema(examples = "sent") String status,
        String reference,
        Instant sentAt) {}
