package dev.ringback.engine.health;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.mutiny.Uni;

@Path("/functions/v1/health")
class HealthResource {

    private final DatabaseHealth database;
    private final RedisHealth redis;
    private final HashKeyHealth hashKey;

    HealthResource(DatabaseHealth database, RedisHealth redis, HashKeyHealth hashKey) {
        this.database = database;
        this.redis = redis;
        this.hashKey = hashKey;
    }

    @GET
    @PermitAll
    @Operation(summary = "How the parts are",
            description = "Always 200: `status` is ok, degraded (Redis is missing, or the key of address hashes: then nothing is sent) or down (Postgres is).")
    public Uni<Health> health() {
        return Uni.combine().all().unis(database.status(), redis.status()).with((data, cache) -> Health.of(data, cache, hashKey.status()));
    }
}
