package dev.ringback.engine.dispatch;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.dispatch")
interface DispatchConfig {

    /// The most items per claim; a kind's handler may want fewer.
    @WithDefault("1000")
    int batch();

    /// Batches that an instance works side by side. One that takes its time gives its place to the next.
    @WithDefault("2")
    int concurrency();

    /// How long a claimed batch is ours without a heartbeat.
    @WithDefault("30s")
    Duration lease();

    @WithDefault("10s")
    Duration heartbeat();

    /// How often an always-on instance frees what dead workers held.
    @WithDefault("5s")
    Duration sweep();

    /// How often an idle always-on instance looks for what others enqueued.
    @WithDefault("250ms")
    Duration poll();

    /// The longest that one tick may drain.
    @WithDefault("20s")
    Duration budget();

    @WithDefault("10s")
    Duration firstRetry();

    @WithDefault("1h")
    Duration longestRetry();
}
