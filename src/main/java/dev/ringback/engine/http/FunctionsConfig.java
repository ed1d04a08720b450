package dev.ringback.engine.http;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

@ConfigMapping(prefix = "ringback.functions")
interface FunctionsConfig {

    /// What this instance serves, by function name or pack (`engine` for what is no pack's); all when unset.
    @WithParentName
    Optional<List<String>> served();
}
