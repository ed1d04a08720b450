package dev.ringback.engine.health;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Readiness says `degraded` without a key for address hashes, and stays up: reading works, and what would send waits.
@Readiness
@ApplicationScoped
class HashKeyReadiness implements HealthCheck {

    private final HashKeyHealth hashKey;

    HashKeyReadiness(HashKeyHealth hashKey) {
        this.hashKey = hashKey;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("hash-key").up().withData("status", hashKey.status().word()).build();
    }
}
