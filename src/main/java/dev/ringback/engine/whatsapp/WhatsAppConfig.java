package dev.ringback.engine.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The installation's own account; a tenant may have its own instead.
@ConfigMapping(prefix = "ringback.channel.whatsapp")
interface WhatsAppConfig {

    Meta meta();

    interface Meta {

        /// With the version of the API.
        @WithDefault("https://graph.facebook.com/v24.0")
        URI baseUrl();

        Optional<String> phoneNumberId();

        Optional<String> accessToken();

        @WithDefault("30s")
        Duration timeout();
    }
}
