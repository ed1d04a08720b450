package dev.ringback.engine.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.http")
interface HttpConfig {

    /// Bytes that a body may have.
    @WithDefault("1048576")
    int maxBody();

    /// Bytes that a provider may send: mails with what is attached to them. What is larger than 8 MiB is refused before.
    @WithDefault("6291456")
    int maxHookBody();
}
