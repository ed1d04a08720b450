package dev.ringback.engine.integrity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.integrity")
interface IntegrityConfig {

    /// How far back an audit looks; more than a day, so that no moment is missed.
    @WithDefault("48h")
    Duration window();

    /// What moved so lately may still be under way.
    @WithDefault("15m")
    Duration patience();

    /// Findings per rule.
    @WithDefault("1000")
    int limit();
}
