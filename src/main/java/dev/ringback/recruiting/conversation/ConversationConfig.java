package dev.ringback.recruiting.conversation;

import java.time.LocalTime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.recruiting.conversation")
interface ConversationConfig {

    /// From when on candidates are written to by themselves, on their own clock; an answer in a live conversation leaves at any time.
    @WithDefault("08:00")
    LocalTime opens();

    @WithDefault("20:00")
    LocalTime closes();
}
