package dev.ringback.engine.law;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.law")
interface LawConfig {

    /// How long the legal hours are remembered before they are read again.
    @WithDefault("5m")
    Duration rulesKept();
}
