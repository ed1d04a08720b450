package dev.ringback.engine.health;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The worst of the parts, and each of them: ok, degraded or down.
record Health(
        @Schema(examples = "ok") String status,
        @Schema(examples = "ok") String database,
        @Schema(examples = "ok") String redis,
        @Schema(examples = "ok") String clock,
        @Schema(examples = "ok") String hashKey) {

    static Health of(DatabaseHealth.Reading data, Status redis, Status hashKey) {
        var worst = data.database().worse(data.clock()).worse(redis).worse(hashKey);
        return new Health(worst.word(), data.database().word(), redis.word(), data.clock().word(), hashKey.word());
    }
}
