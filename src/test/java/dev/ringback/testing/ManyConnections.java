package dev.ringback.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/// As many connections as forty racers take, so that they race in Postgres and don't queue for the pool.
public final class ManyConnections implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.reactive.max-size", "45", "ringback.dispatch.batch", "50");
    }
}
