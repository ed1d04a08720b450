package dev.ringback.growth.maintenance;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.archive")
interface MaintenanceConfig {

    /// Active leads without any activity for so long are archived.
    @WithDefault("365d")
    Duration after();

    /// Leads per transaction.
    @WithDefault("500")
    int batch();

    /// The longest that one run may take; the next goes on.
    @WithDefault("20s")
    Duration budget();
}
