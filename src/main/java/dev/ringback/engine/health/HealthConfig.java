package dev.ringback.engine.health;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.health")
interface HealthConfig {

    /// How long an answer of the database is told again: anybody may ask, and each question is a transaction.
    @WithDefault("1s")
    Duration kept();

    /// How far the machine's clock and the database's may be apart.
    @WithDefault("2s")
    Duration skew();
}
