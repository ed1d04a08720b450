package dev.ringback.engine.rollup;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.rollup")
interface RollupConfig {

    /// Marks per transaction.
    @WithDefault("500")
    int batch();

    /// The longest that one run may take for one rollup.
    @WithDefault("20s")
    Duration budget();

    /// How far back days are closed that nobody closed in time.
    @WithDefault("35")
    int mostDays();
}
