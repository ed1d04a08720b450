package dev.ringback.engine.net;

import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.net")
interface NetConfig {

    /// Hosts beside this machine that may be reached in the environment `test`: stand-ins of providers.
    Optional<Set<String>> testHosts();

    /// Whether addresses that others name (forms, webhooks, their mail servers) may be private ones; for development.
    @WithDefault("false")
    boolean allowPrivate();
}
