package dev.ringback.growth.insight;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.insight")
interface InsightConfig {

    /// So many days of one client are computed by one statement.
    @WithDefault("20")
    int daysTogether();

    /// Marked days per transaction of `growth-daily`.
    @WithDefault("500")
    int batch();

    /// The longest that one run of `growth-daily` may take.
    @WithDefault("20s")
    Duration budget();
}
