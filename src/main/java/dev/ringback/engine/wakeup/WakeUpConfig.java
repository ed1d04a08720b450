package dev.ringback.engine.wakeup;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.wake-ups")
interface WakeUpConfig {

    /// Off where only ticks shall work the queue: in tests that count what a tick did, and in scale-to-zero deployments
    /// whose platform freezes an instance between requests.
    @WithDefault("true")
    boolean enabled();

    /// How long an instance that is told to stop brings to its end what it has claimed.
    @WithDefault("8s")
    Duration patience();
}
