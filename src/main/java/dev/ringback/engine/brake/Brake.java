package dev.ringback.engine.brake;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An emergency stop that is on; `*` stands for all.
record Brake(
        @Schema(examples = "growth") String pack,
        @Schema(examples = "*") String tenant,
        @Schema(examples = "sms") String channel,
        @Schema(examples = "complaints") String reason,
        Instant since) {

    String id() {
        return "%s/%s/%s".formatted(pack, tenant, channel);
    }

    Map<String, String> members() {
        return Map.of("reason", reason, "since", since.toString());
    }
}
