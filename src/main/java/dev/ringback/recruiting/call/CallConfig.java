package dev.ringback.recruiting.call;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.recruiting.call")
interface CallConfig {

    /// How often somebody is called who doesn't answer, the first time included.
    @WithDefault("3")
    int attempts();

    /// When he is called again who didn't answer.
    @WithDefault("4h")
    Duration afterNoAnswer();

    @WithDefault("30m")
    Duration afterBusy();
}
