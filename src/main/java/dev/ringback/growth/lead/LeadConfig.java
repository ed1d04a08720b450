package dev.ringback.growth.lead;

import java.time.Duration;
import java.time.LocalTime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.lead")
interface LeadConfig {

    /// When a client's house opens, in its own zone; "Same day" answers leave from then on.
    @WithDefault("09:00")
    LocalTime opens();

    @WithDefault("17:00")
    LocalTime closes();

    /// A submission older than this is not answered any more: what comes back after an outage would only surprise. As old as any
    /// cause may be, unless told otherwise.
    @WithDefault("${ringback.cause-max-age:24h}")
    Duration causeMaxAge();
}
