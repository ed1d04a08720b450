package dev.ringback.engine.sms;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The installation's own accounts; a tenant may have its own instead.
@ConfigMapping(prefix = "ringback.channel.sms")
interface SmsConfig {

    Twilio twilio();

    Telnyx telnyx();

    interface Telnyx {

        @WithDefault("https://api.telnyx.com")
        URI baseUrl();

        Optional<String> apiKey();

        @WithDefault("30s")
        Duration timeout();
    }

    interface Twilio {

        @WithDefault("https://api.twilio.com")
        URI baseUrl();

        Optional<String> accountSid();

        Optional<String> authToken();

        @WithDefault("30s")
        Duration timeout();
    }
}
