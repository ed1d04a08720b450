package dev.ringback.growth.key;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.idempotency.ShownOnce;

/// @param apiKey       the only time that it is shown; null when the answer is a replay
/// @param overlapUntil until when the replaced key opens; null where it ended at once
record RotatedKey(
        @Schema(examples = "rb_1f0c9a2b") String apiKeyPrefix,
        @Schema(examples = "rb_1f0c9a2b_…") String apiKey,
        Instant overlapUntil) implements ShownOnce {

    @Override
    public Object withoutSecret() {
        return new RotatedKey(apiKeyPrefix, null, overlapUntil);
    }

    @Override
    public String toString() {
        return "RotatedKey[%s]".formatted(apiKeyPrefix);
    }
}
