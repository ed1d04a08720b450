package dev.ringback.recruiting.conversation;

import java.math.BigDecimal;
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

    Reply reply();

    /// Replies by a campaign's prompt, where there is a model.
    interface Reply {

        /// So many messages of a session are answered by a model; then the campaign's questions carry it.
        @WithDefault("20")
        int most();

        @WithDefault("1000")
        int mostChars();

        /// How sure a model must be of a value for it to count.
        @WithDefault("0.8")
        BigDecimal leastConfidence();
    }
}
