package dev.ringback.engine.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.jobs")
interface RunConfig {

    /// Whether this instance calls the jobs itself. Off where instances come and go: pg_cron or the platform calls then.
    @WithDefault("true")
    boolean inProcess();
}
