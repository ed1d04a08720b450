package dev.ringback.recruiting.profile;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A session in a list.
record ListedSession(
        @Schema(examples = "b1f6b0de-3c1d-4a52-9d0a-1c8f5e0d7a21") String sessionId,
        @Schema(examples = "+447700900123") String phoneNumber,
        @Schema(examples = "active") String sessionStatus,
        @Schema(examples = "{\"interested\": true}") Map<String, Object> objectives,
        @Schema(examples = "{\"name\": \"Ada\"}") Map<String, Object> variables,
        @Schema(examples = "template_sent") String lastAction,
        @Schema(examples = "sent") String actionStatus,
        Instant lastUserMsgAt,
        Instant lastAgentMsgAt,
        Instant nextReminderAt,
        Instant createdAt) {}
