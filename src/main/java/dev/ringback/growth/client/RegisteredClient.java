package dev.ringback.growth.client;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.idempotency.ShownOnce;

/// @param apiKey the only time that it is shown; null when the answer is a replay
record RegisteredClient(
        UUID clientId,
        @Schema(examples = "rb_1f0c9a2b") String apiKeyPrefix,
        @Schema(examples = "rb_1f0c9a2b_…") String apiKey) implements ShownOnce {

    @Override
    public Object withoutSecret() {
        return new RegisteredClient(clientId, apiKeyPrefix, null);
    }

    @Override
    public String toString() {
        return "RegisteredClient[%s]".formatted(clientId);
    }
}
