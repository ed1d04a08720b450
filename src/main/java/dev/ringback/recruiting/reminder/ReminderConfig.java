package dev.ringback.recruiting.reminder;

import java.time.Duration;
import java.util.List;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.recruiting.reminder")
interface ReminderConfig {

    /// How long after a silence began candidates are reminded; three at most.
    @WithDefault("20h,48h,96h")
    List<Duration> after();
}
