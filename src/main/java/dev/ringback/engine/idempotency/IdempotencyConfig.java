package dev.ringback.engine.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.idempotency")
interface IdempotencyConfig {

    /// How long an answer is kept.
    @WithDefault("24h")
    Duration kept();

    /// How long a request may run before its key is free again.
    @WithDefault("1m")
    Duration running();
}
