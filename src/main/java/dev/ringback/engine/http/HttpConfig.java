package dev.ringback.engine.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.http")
interface HttpConfig {

    /// Bytes that a body may have.
    @WithDefault("1048576")
    int maxBody();
}
