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

    /// Messages that answer by themselves are so many to one person within so long: two robots would answer each other for ever.
    Answers answers();

    interface Answers {

        @WithDefault("4")
        int most();

        @WithDefault("24h")
        Duration within();
    }

    /// A message whose cause is older is not sent any more: what comes back after an outage would only surprise.
    @WithDefault("${ringback.cause-max-age:24h}")
    Duration causeMaxAge();
}
