package dev.ringback.engine.hours;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.hours")
interface HoursConfig {

    /// Over how long the messages that wait for one opening are drawn apart.
    @WithDefault("${ringback.jitter:5m}")
    Duration jitter();
}
