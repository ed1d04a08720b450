package dev.ringback.engine.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.mutiny.core.Vertx;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.testing.MailServer;

import static org.assertj.core.api.Assertions.assertThat;

/// Mail over real connections: what a server may do to us, and what a sender may be called.
class SmtpSenderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();

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

    private record Server(String host, int port, Optional<String> username, Optional<String> password, boolean requireTls, Duration timeout)
            implements
                EmailConfig.Smtp {}

    @AfterEach
    void close() {
        vertx.close().await().indefinitely();
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var sender = sender(silent.getLocalPort());

            // When
            var failed = sender.send(from("Maple Roofing")).onItemOrFailure().transform((_, failure) -> failure != null).await().atMost(LATEST);

            // Then
            assertThat(failed).isTrue();
        }
    }

    @Test
    void a_sender_may_be_called_what_he_likes() throws Exception {
        try (var server = new MailServer()) {
            // Given
            var sender = sender(server.port());

            // When
            sender.send(from("Joe \"<Roofs>\" & \r\nSons, Ltd. (Québec)")).await().atMost(LATEST);

            // Then
            var sent = server.sentTo("sarah@people.example").getFirst();
            assertThat(sent.getFrom()).hasSize(1);
            assertThat(sent.getFrom()[0].toString()).contains("Joe", "Roofs", "hello@maple.example").doesNotContain("\n");
        }
    }

    private SmtpSender sender(int port) {
        var config = new Config(new Server("127.0.0.1", port, Optional.empty(), Optional.empty(), false, TIMEOUT));
        return new SmtpSender(new SmtpClients(vertx, config), config);
    }

    private static Outgoing from(String name) {
        var identity = new SenderIdentity(name, "hello@maple.example", null, null, null, null);
        return new Outgoing(UUID.randomUUID(), identity, "sarah@people.example", "1@maple.example",
                new Content.Mail("Your message", "Hi", null, Map.of()));
    }
}
