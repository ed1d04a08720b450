package dev.ringback.engine.health;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;

/// Whether Redis answers.
@ApplicationScoped
class RedisHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReactiveRedisDataSource redis;

    RedisHealth(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    Uni<Status> status() {
        return redis.execute("PING").replaceWith(Status.OK)
                .ifNoItem().after(PATIENCE).fail()
                .onFailure().recoverWithItem(Status.DEGRADED);
    }
}
