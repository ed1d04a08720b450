package dev.ringback.engine.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

@ConfigMapping(prefix = "ringback.clock")
interface ClockConfig {

    enum Mode {
        SYSTEM,
        SETTABLE
    }

    /// `settable` in development and tests: the function `clock` moves business time.
    @WithParentName
    @WithDefault("system")
    Mode mode();
}
