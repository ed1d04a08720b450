package dev.ringback.engine.breaker;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.breaker")
interface BreakerConfig {

    /// So many failures in a row open it.
    @WithDefault("5")
    int failures();

    /// The first pause; each one that ends in another failure is twice as long as the one before.
    @WithDefault("30s")
    Duration pause();

    @WithDefault("5m")
    Duration longestPause();

    /// How long one message is waited for that tries whether the provider is back: longer than any time-out.
    @WithDefault("1m")
    Duration probe();
}
