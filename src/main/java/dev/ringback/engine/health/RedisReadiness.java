package dev.ringback.engine.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/// Readiness says `degraded` when Redis doesn't answer, and stays up.
@Readiness
@ApplicationScoped
class RedisReadiness implements AsyncHealthCheck {

    private final RedisHealth redis;

    RedisReadiness(RedisHealth redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.status().map(status -> HealthCheckResponse.named("redis").up().withData("status", status.word()).build());
    }
}
