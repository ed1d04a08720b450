package dev.ringback.engine.reconcile;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.reconcile")
interface ReconcileConfig {

    /// How long a message may be on its way to its provider without any work before somebody looks after it.
    @WithDefault("2m")
    Duration strandedAfter();
}
