package dev.ringback.engine.dispatch;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.dispatch")
interface DispatchConfig {

    /// Items per claim.
    @WithDefault("50")
    int batch();

    /// How long a claimed batch is ours without a heartbeat.
    @WithDefault("30s")
    Duration lease();

    @WithDefault("10s")
    Duration heartbeat();

    /// The longest that one tick may drain.
    @WithDefault("20s")
    Duration budget();

    @WithDefault("10s")
    Duration firstRetry();

    @WithDefault("1h")
    Duration longestRetry();
}
