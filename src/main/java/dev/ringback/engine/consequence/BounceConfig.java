package dev.ringback.engine.consequence;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.bounces")
interface BounceConfig {

    /// So many messages in a row that could not be delivered make a pause...
    @WithDefault("3")
    int most();

    /// ...where the first and the last of them are so far apart.
    @WithDefault("48h")
    Duration over();

    /// How long nothing is sent to such an address.
    @WithDefault("30d")
    Duration pause();
}
