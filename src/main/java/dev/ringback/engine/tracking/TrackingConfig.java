package dev.ringback.engine.tracking;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.tracking")
interface TrackingConfig {

    /// A hit so soon after its mail has left is a machine's.
    @WithDefault("15s")
    Duration tooSoon();

    /// Nobody follows two links of a mail within so long.
    @WithDefault("3s")
    Duration burst();

    /// How long after a hit it is judged: longer than a burst, and than a hit may take to be stored.
    @WithDefault("30s")
    Duration settle();

    /// Hits that are kept of one mail; whoever fetches more is answered all the same.
    @WithDefault("100")
    int most();
}
