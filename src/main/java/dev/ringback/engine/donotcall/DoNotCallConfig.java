package dev.ringback.engine.donotcall;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.do-not-call")
interface DoNotCallConfig {

    /// How old a list may be. The United States' registry must not be older than 31 days (16 CFR 310.4(b)(3)(iv)).
    @WithDefault("31d")
    Duration maxAge();
}
