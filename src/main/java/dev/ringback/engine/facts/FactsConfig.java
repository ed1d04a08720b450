package dev.ringback.engine.facts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.send")
interface FactsConfig {

    /// The only recipients that this installation writes to: addresses, or domains with a leading @. All when unset.
    Optional<List<String>> onlyTo();

    /// A message whose cause is older is not sent any more: what comes back after an outage would only surprise.
    @WithDefault("${ringback.cause-max-age:24h}")
    Duration causeMaxAge();

    /// How far the messages of one opening are drawn apart.
    @WithDefault("${ringback.jitter:0s}")
    Duration jitter();

    /// How long after a person's own WhatsApp message one may write freely.
    @WithDefault("24h")
    Duration whatsAppSession();
}
