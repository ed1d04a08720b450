package dev.ringback.engine.email;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The installation's own accounts; a tenant may have its own key or server instead.
@ConfigMapping(prefix = "ringback.channel.email")
interface EmailConfig {

    Smtp smtp();

    Resend resend();

    SendGrid sendgrid();

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

        /// A PEM file of authorities that servers' certificates are checked against, instead of the machine's.
        Optional<String> trustedCertificates();

        /// How long a server, a tenant's own too, may take for one mail. Generous, because a mail that was given up may have
        /// gone out.
        @WithDefault("30s")
        Duration timeout();
    }

    interface SendGrid {

        @WithDefault("https://api.sendgrid.com")
        URI baseUrl();

        Optional<String> apiKey();

        @WithDefault("30s")
        Duration timeout();
    }

    interface Resend {

        @WithDefault("https://api.resend.com")
        URI baseUrl();

        Optional<String> apiKey();

        @WithDefault("30s")
        Duration timeout();
    }
}
