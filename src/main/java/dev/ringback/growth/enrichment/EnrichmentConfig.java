package dev.ringback.growth.enrichment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.growth.enrichment")
interface EnrichmentConfig {

    /// A model that is less sure than this, by its own word, changes nothing. From 0 to 1.
    @WithDefault("0.6")
    double leastConfidence();
}
