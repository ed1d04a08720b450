package dev.ringback.engine.health;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The worst of the parts, and each of them: ok, degraded or down.
record Health(
        @Schema(examples = "ok") String status,
        @Schema(examples = "ok") String database,
        @Schema(examples = "ok") String redis) {

    static Health of(Status database, Status redis) {
        return new Health(database.worse(redis).word(), database.word(), redis.word());
    }
}
