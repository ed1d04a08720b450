package dev.ringback.engine.delivery;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "ringback.send")
interface SendConfig {

    /// The only recipients that this installation writes to: addresses, or domains with a leading @. All when unset.
    Optional<List<String>> onlyTo();
}
