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

    HealthResource(DatabaseHealth database, RedisHealth redis) {
        this.database = database;
        this.redis = redis;
    }

    @GET
    @PermitAll
    @Operation(summary = "How the parts are", description = "Always 200: `status` is ok, degraded (Redis is missing) or down (Postgres is).")
    public Uni<Health> health() {
        return Uni.combine().all().unis(database.status(), redis.status()).with(Health::of);
    }
}
