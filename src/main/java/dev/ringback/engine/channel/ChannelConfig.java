package dev.ringback.engine.channel;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.channel")
interface ChannelConfig {

    Way email();

    Way sms();

    Way voice();

    Way whatsapp();

    Way webForm();

    interface Way {

        /// `outbox` keeps messages for looking at, whatever a tenant has; a provider's name sends them through it, and then a
        /// tenant may have another.
        @WithDefault("outbox")
        String adapter();

        /// Address or number of tenants that have none of their own.
        Optional<String> from();
    }
}
