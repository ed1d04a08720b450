package dev.ringback.engine.net;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

@ConfigMapping(prefix = "ringback.environment")
interface EnvironmentConfig {

    enum Environment {
        LIVE,
        TEST
    }

    /// In `test`, whatever keys are configured, only this machine and the test hosts are reached.
    @WithParentName
    @WithDefault("live")
    Environment environment();
}
