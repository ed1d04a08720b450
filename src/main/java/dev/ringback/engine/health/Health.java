package dev.ringback.engine.health;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The worst of the parts, and each of them: ok, degraded or down.
record Health(
        @Schema(examples = "ok") String status,
        @Schema(examples = "ok") String database,
        @Schema(examples = "ok") String redis,
        @Schema(examples = "ok") String hashKey) {

    static Health of(Status database, Status redis, Status hashKey) {
        return new Health(database.worse(redis).worse(hashKey).word(), database.word(), redis.word(), hashKey.word());
    }
}
