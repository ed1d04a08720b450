package dev.ringback.engine.hotlead;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.hot-leads")
interface HotLeadConfig {

    /// How long a hot lead may wait for somebody to take it.
    @WithDefault("15m")
    Duration escalateAfter();

    /// What is older is not told again, as after an outage.
    @WithDefault("24h")
    Duration forget();
}
