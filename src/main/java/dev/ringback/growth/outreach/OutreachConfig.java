package dev.ringback.growth.outreach;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.outreach")
interface OutreachConfig {

    /// After how long without opening or answer a message counts as ignored.
    @WithDefault("14d")
    Duration ignoredAfter();
}
