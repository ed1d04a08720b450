package dev.ringback.engine.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.mutiny.core.Vertx;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.channel.SenderIdentity;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.net.PublicHosts;
import dev.ringback.engine.provider.ProviderStage;
import dev.ringback.testing.Certificate;
import dev.ringback.testing.MailServer;
import dev.ringback.testing.ScriptedMailServer;

import static org.assertj.core.api.Assertions.assertThat;

/// Mail over real connections: what a server may do to us, and what a sender may be called.
class SmtpSenderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration LATEST = Duration.ofSeconds(30);

    private static final Content.Mail PLAIN = new Content.Mail("Your message", "Hi", null, Map.of());

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

    private record Server(String host, int port, Optional<String> username, Optional<String> password, boolean requireTls,
            Optional<String> trustedCertificates, Duration timeout)
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
            var server = new Server("127.0.0.1", silent.getLocalPort(), Optional.empty(), Optional.empty(), false, Optional.empty(), TIMEOUT);
            var sender = sender(server, Connections.publicHosts());

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

    @Test
    void a_mail_has_both_texts_and_the_headers_it_was_given() throws Exception {
        try (var server = new MailServer()) {
            // Given
            var unsubscribe = Map.of("List-Unsubscribe", "<https://x.example/u/1>", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            var content = new Content.Mail("Your roof", "Hi", "<p>Hi</p>", unsubscribe);

            // When
            sender(server.port()).send(mail(own("Maple"), content)).await().atMost(LATEST);

            // Then
            var sent = server.sentTo("sarah@people.example").getFirst();
            assertThat(sent.getHeader("Message-ID")).containsExactly("<1@maple.example>");
            assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(sent.getHeader("List-Unsubscribe")).containsExactly("<https://x.example/u/1>");
            assertThat(sent.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(sent.getContentType()).startsWith("multipart/alternative");
            var parts = (MimeMultipart) sent.getContent();
            assertThat(List.of(parts.getBodyPart(0).getContentType(), parts.getBodyPart(1).getContentType()))
                    .satisfiesExactly(first -> assertThat(first).startsWith("text/plain"), second -> assertThat(second).startsWith("text/html"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT | 550 5.1.1 no such user        | refused smtp_550
            RCPT | 450 4.2.0 greylisted          | failed smtp_450
            MAIL | 530 5.7.0 STARTTLS first      | failed smtp_530
            AUTH | 535 5.7.8 wrong password      | failed smtp_535
            DATA | 554 5.7.1 no                  | refused smtp_554
            .    | 552 5.3.4 too large           | refused smtp_552
            .    | 451 4.3.0 try again           | failed smtp_451
            .    | hang up                       | silence
            RSET | 250 fine                      | accepted <1@maple.example>
            """)
    void each_answer_means(String command, String answer, String meaning) throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.1", Map.of(command, answer), null)) {
            // Given
            var sender = sender(new Server("127.0.0.1", server.port(), Optional.of("maple"), Optional.of("secret"), false, Optional.empty(), PATIENT),
                    Connections.publicHosts());

            // When
            var outcome = outcome(sender, mail(own("Maple"), PLAIN));

            // Then
            assertThat(outcome).isEqualTo(meaning);
        }
    }

    @Test
    void a_server_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = outcome(sender(ProviderStage.nobody().getPort()), mail(own("Maple"), PLAIN));

        // Then
        assertThat(outcome).isEqualTo("failed smtp_unreachable");
    }

    @Test
    void without_the_encryption_that_is_required_nothing_is_said() throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.1", Map.of(), null)) {
            // Given
            var sender = sender(new Server("127.0.0.1", server.port(), Optional.empty(), Optional.empty(), true, Optional.empty(), PATIENT),
                    Connections.publicHosts());

            // When
            var outcome = outcome(sender, mail(own("Maple"), PLAIN));

            // Then
            assertThat(outcome).isEqualTo("failed smtp_unreachable");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void a_tenants_server_inside_is_not_connected_to() throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.2", Map.of(), null)) {
            // Given
            var sender = sender(server.port());

            // When
            var outcome = outcome(sender, mail(tenant("127.0.0.2", server.port()), PLAIN));

            // Then
            assertThat(outcome).isEqualTo("failed smtp_address_not_public");
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void a_tenants_server_that_moves_inside_after_it_was_checked_is_not_connected_to() throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.2", Map.of(), null)) {
            // Given
            var own = new Server("127.0.0.1", 1, Optional.empty(), Optional.empty(), false, Optional.empty(), PATIENT);
            var sender = sender(own, Connections.publicHosts("127.0.0.1", "127.0.0.2"));

            // When
            var outcome = outcome(sender, mail(tenant("mail.maple.example", server.port()), PLAIN));

            // Then
            assertThat(outcome).isEqualTo("failed smtp_unreachable");
            assertThat(server.heard()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"mail.maple.example, accepted <1@maple.example>", "other.maple.example, failed smtp_unreachable"})
    void a_tenants_server_must_have_its_names_certificate(String host, String meaning, @TempDir Path folder) throws Exception {
        // Given
        var certificate = Certificate.of("mail.maple.example", folder);
        try (var server = new ScriptedMailServer("127.0.0.1", Map.of(), certificate.context())) {
            var own = new Server("127.0.0.1", 1, Optional.empty(), Optional.empty(), true, Optional.of(certificate.pem().toString()), PATIENT);
            var sender = sender(own, Connections.publicHosts("127.0.0.1"));

            // When
            var outcome = outcome(sender, mail(tenant(host, server.port()), PLAIN));

            // Then
            assertThat(outcome).isEqualTo(meaning);
        }
    }

    @Test
    void outside_of_live_a_real_server_is_not_connected_to() {
        // Given
        var own = new Server("smtp.example.com", 25, Optional.empty(), Optional.empty(), false, Optional.empty(), PATIENT);
        var config = new Config(own);
        var hosts = Connections.publicHosts();
        var sender = new SmtpSender(new SmtpClients(vertx, config, new CheckedTunnel(vertx, hosts)), hosts, Connections.reachable(false), config);

        // When
        var outcome = outcome(sender, mail(own("Maple"), PLAIN));

        // Then
        assertThat(outcome).isEqualTo("failed smtp_test_environment");
    }

    private SmtpSender sender(int port) {
        return sender(new Server("127.0.0.1", port, Optional.empty(), Optional.empty(), false, Optional.empty(), PATIENT), Connections.publicHosts());
    }

    private SmtpSender sender(Server own, PublicHosts hosts) {
        var config = new Config(own);
        return new SmtpSender(new SmtpClients(vertx, config, new CheckedTunnel(vertx, hosts)), hosts, Connections.reachable(true), config);
    }

    private static String outcome(SmtpSender sender, Outgoing mail) {
        return ProviderStage.words(sender, mail);
    }

    private static SenderIdentity own(String name) {
        return new SenderIdentity(name, "hello@maple.example", null, null, null, null);
    }

    private static SenderIdentity tenant(String host, int port) {
        return new SenderIdentity("Maple", "hello@maple.example", "smtp", null, null, new SenderIdentity.Server(host, port, null));
    }

    private static Outgoing from(String name) {
        return mail(own(name), PLAIN);
    }

    private static Outgoing mail(SenderIdentity identity, Content content) {
        return new Outgoing(UUID.randomUUID(), identity, "sarah@people.example", "1@maple.example", content);
    }
}
