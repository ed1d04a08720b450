package dev.ringback.growth.followup;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.followup")
interface FollowUpConfig {

    /// When each reminder is due, counted from the tag; as many as there are.
    @WithDefault("2d,5d,10d")
    List<Duration> after();

    /// When a client's house opens, in its own zone; reminders leave from then on.
    @WithDefault("${ringback.growth.lead.opens:09:00}")
    LocalTime opens();

    @WithDefault("${ringback.growth.lead.closes:17:00}")
    LocalTime closes();
}
