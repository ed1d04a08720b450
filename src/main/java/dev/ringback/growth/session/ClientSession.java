package dev.ringback.growth.session;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.idempotency.ShownOnce;

/// @param sessionToken the only time that it is shown; goes where an API key goes. Null when the answer is a replay
record ClientSession(
        UUID clientId,
        @Schema(examples = "Maple Roofing") String businessName,
        @Schema(examples = "rb_1f0c9a2b_…") String sessionToken,
        Instant expiresAt) implements ShownOnce {

    @Override
    public Object withoutSecret() {
        return new ClientSession(clientId, businessName, null, expiresAt);
    }

    @Override
    public String toString() {
        return "ClientSession[%s]".formatted(clientId);
    }
}
