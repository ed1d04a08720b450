package dev.ringback.engine.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.webhooks")
interface WebhookConfig {

    /// How long a tenant's server may take for one event.
    @WithDefault("15s")
    Duration timeout();
}
