package dev.ringback.recruiting.chat;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One message: `{sender, text, timestamp, status}`.
public record ChatMessage(@Schema(examples = "58") long id, @Schema(examples = ChatMessage.EXAMPLE) Map<String, Object> message) {

    static final String EXAMPLE = """
            {"sender": "user", "text": "Yes, I am", "timestamp": "2026-11-23T14:05:00.000Z", "status": "delivered"}""";
}
