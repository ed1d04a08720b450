package dev.ringback.engine.email;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.email.SmtpStage.Server;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.provider.ProviderStage;
import dev.ringback.testing.Certificate;
import dev.ringback.testing.ScriptedMailServer;

import static dev.ringback.engine.email.SmtpStage.PATIENT;
import static dev.ringback.engine.email.SmtpStage.PLAIN;
import static dev.ringback.engine.email.SmtpStage.mail;
import static dev.ringback.engine.email.SmtpStage.outcome;
import static dev.ringback.engine.email.SmtpStage.own;
import static dev.ringback.engine.email.SmtpStage.tenant;
import static org.assertj.core.api.Assertions.assertThat;

/// Mail over real connections: which server is spoken to, and which is not.
class SmtpConnectionTest {

    private final SmtpStage stage = new SmtpStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_server_that_cannot_be_reached_has_taken_nothing() throws IOException {
        // When
        var outcome = outcome(stage.sender(ProviderStage.nobody().getPort()), mail(own("Maple"), PLAIN));

        // Then
        assertThat(outcome).isEqualTo("failed smtp_unreachable");
    }

    @Test
    void without_the_encryption_that_is_required_nothing_is_said() throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.1", Map.of(), null)) {
            // Given
            var sender = stage.sender(new Server("127.0.0.1", server.port(), Optional.empty(), Optional.empty(), true, Optional.empty(), PATIENT),
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
            var sender = stage.sender(server.port());

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
            var sender = stage.sender(own, Connections.publicHosts("127.0.0.1", "127.0.0.2"));

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
            var sender = stage.sender(own, Connections.publicHosts("127.0.0.1"));

            // When
            var outcome = outcome(sender, mail(tenant(host, server.port()), PLAIN));

            // Then
            assertThat(outcome).isEqualTo(meaning);
        }
    }

    @RepeatedTest(20)
    void a_tenants_server_that_greets_at_once_is_heard() throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.1", Map.of(), null)) {
            // Given
            var own = new Server("127.0.0.1", 1, Optional.empty(), Optional.empty(), false, Optional.empty(), PATIENT);
            var sender = stage.sender(own, Connections.publicHosts("127.0.0.1"));

            // When
            var outcome = outcome(sender, mail(tenant("mail.maple.example", server.port()), PLAIN));

            // Then
            assertThat(outcome).isEqualTo("accepted <1@maple.example>");
        }
    }

    @Test
    void outside_of_live_a_real_server_is_not_connected_to() {
        // Given
        var own = new Server("smtp.example.com", 25, Optional.empty(), Optional.empty(), false, Optional.empty(), PATIENT);
        var sender = stage.sender(own, Connections.publicHosts(), Connections.reachable(false));

        // When
        var outcome = outcome(sender, mail(own("Maple"), PLAIN));

        // Then
        assertThat(outcome).isEqualTo("failed smtp_test_environment");
    }
}
