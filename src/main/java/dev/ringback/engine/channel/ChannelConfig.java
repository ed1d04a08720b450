package dev.ringback.engine.channel;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ringback.channel")
interface ChannelConfig {

    Email email();

    interface Email {

        /// `outbox` keeps messages for looking at, `smtp` sends them.
        @WithDefault("outbox")
        Adapter adapter();

        /// From whom mail is where a tenant has no address of its own.
        @WithDefault("no-reply@localhost")
        String from();

        Smtp smtp();
    }

    /// The installation's own server, for tenants without one.
    interface Smtp {

        @WithDefault("localhost")
        String host();

        @WithDefault("25")
        int port();

        Optional<String> username();

        Optional<String> password();

        /// Whether a connection must be encrypted before anything is sent.
        @WithDefault("false")
        boolean requireTls();

        /// How long a server, a tenant's own too, may take for one mail. Generous, because a mail that was given up may have
        /// gone out.
        @WithDefault("30s")
        Duration timeout();
    }

    enum Adapter {
        OUTBOX,
        SMTP
    }
}
