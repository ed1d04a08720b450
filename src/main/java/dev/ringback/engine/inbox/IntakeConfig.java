package dev.ringback.engine.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.intake")
interface IntakeConfig {

    /// Arrivals that are committed together.
    @WithDefault("500")
    int group();

    /// Bytes of a group's bodies; a single body may be larger.
    @WithDefault("8388608")
    int groupBytes();

    /// Arrivals that may wait for their group; who comes then is told to come again.
    @WithDefault("10000")
    int waiting();

    /// Bytes of the bodies that may wait.
    @WithDefault("67108864")
    long waitingBytes();
}
