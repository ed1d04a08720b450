package dev.ringback.engine.email;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.mutiny.core.Vertx;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.net.PublicHosts;
import dev.ringback.engine.net.Reachable;
import dev.ringback.engine.provider.ProviderStage;

/// A sender of mail over real connections, the servers it may be given, and mail to Sarah.
final class SmtpStage implements AutoCloseable {

    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Content.Mail PLAIN = new Content.Mail("Your message", "Hi", null, Map.of());

    private final Vertx vertx = Vertx.vertx();
    private final List<CheckedTunnel> tunnels = new ArrayList<>();

    private record Config(EmailConfig.Smtp smtp) implements EmailConfig {

        @Override
        public EmailConfig.Resend resend() {
            throw new UnsupportedOperationException();
        }

        @Override
        public EmailConfig.SendGrid sendgrid() {
            throw new UnsupportedOperationException();
        }
    }

    record Server(String host, int port, Optional<String> username, Optional<String> password, boolean requireTls,
            Optional<String> trustedCertificates, Duration timeout)
            implements
                EmailConfig.Smtp {}

    SmtpSender sender(int port) {
        return sender(new Server("127.0.0.1", port, Optional.empty(), Optional.empty(), false, Optional.empty(), PATIENT), Connections.publicHosts());
    }

    SmtpSender sender(Server own, PublicHosts hosts) {
        return sender(own, hosts, Connections.reachable(true));
    }

    SmtpSender sender(Server own, PublicHosts hosts, Reachable reachable) {
        var config = new Config(own);
        var tunnel = new CheckedTunnel(hosts);
        tunnels.add(tunnel);
        return new SmtpSender(new SmtpClients(vertx, config, tunnel), hosts, reachable, config);
    }

    @Override
    public void close() {
        tunnels.forEach(tunnel -> tunnel.stop(new ShutdownEvent()));
        vertx.close().await().indefinitely();
    }

    static String outcome(SmtpSender sender, Outgoing mail) {
        return ProviderStage.words(sender, mail);
    }

    static SenderIdentity own(String name) {
        return new SenderIdentity(name, "hello@maple.example", null, null, null, null);
    }

    static SenderIdentity tenant(String host, int port) {
        return new SenderIdentity("Maple", "hello@maple.example", "smtp", null, null, new SenderIdentity.Server(host, port, null));
    }

    static Outgoing from(String name) {
        return mail(own(name), PLAIN);
    }

    static Outgoing mail(SenderIdentity identity, Content content) {
        return new Outgoing(UUID.randomUUID(), identity, "sarah@people.example", "1@maple.example", content);
    }
}
