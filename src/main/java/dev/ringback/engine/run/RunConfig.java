package dev.ringback.engine.run;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.jobs")
interface RunConfig {

    /// Whether this instance calls the jobs itself. Off where instances come and go: pg_cron or the platform calls then.
    @WithDefault("true")
    boolean inProcess();

    /// How long a calendar job's run is ours without a heartbeat.
    @WithDefault("30s")
    Duration lease();

    @WithDefault("10s")
    Duration heartbeat();

    /// How long a slot whose run failed is left alone.
    @WithDefault("1m")
    Duration retryAfter();

    /// After so many failures a slot is given up.
    @WithDefault("5")
    int mostFailures();
}
