package dev.ringback.growth.client;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.client")
interface ClientConfig {

    /// For clients that name no zone.
    @WithDefault("America/Toronto")
    ZoneId zone();

    /// The logarithm of bcrypt's rounds.
    @WithDefault("12")
    int bcryptCost();
}
