package dev.ringback.engine.email;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.email.MailWire.Fault;
import dev.ringback.engine.email.SmtpStage.Server;
import dev.ringback.engine.net.Connections;
import dev.ringback.local.server.Greylist;
import dev.ringback.local.server.Postfix;
import dev.ringback.testing.Certificate;

import static dev.ringback.engine.email.SmtpStage.PATIENT;
import static dev.ringback.engine.email.SmtpStage.PLAIN;
import static dev.ringback.engine.email.SmtpStage.outcome;
import static dev.ringback.engine.email.SmtpStage.tenant;
import static org.assertj.core.api.Assertions.assertThat;

/// Encryption with Debian's mail server, which tells it by `ESMTPS` in the mail's `Received`.
@EnabledIf(value = Postfix.WANTED, disabledReason = Postfix.REASON)
class PostfixTest {

    private static final String NAME = "mail.maple.example";

    private static Certificate certificate;
    private static Greylist greylist;
    private static Postfix postfix;

    private final SmtpStage stage = new SmtpStage();
    private final String sarah = UUID.randomUUID() + "@people.example";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        certificate = Certificate.of(NAME, folder);
        greylist = new Greylist();
        postfix = new Postfix(Path.of("target/ringback-test/postfix"), greylist.port(), certificate.chain());
    }

    @AfterAll
    static void stop() throws IOException {
        postfix.close();
        greylist.close();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_server_that_hears_nothing_unencrypted_gets_the_mail_encrypted() {
        // When
        var outcome = outcome(sender(false), toSarah(postfix.encrypting()));

        // Then
        assertThat(outcome).startsWith("accepted");
        assertThat(postfix.delivered(sarah)).singleElement().asString().contains("with ESMTPS");
    }

    @Test
    void a_server_that_hears_nothing_unencrypted_refuses_the_mail_for_now() throws IOException {
        try (var wire = new MailWire(postfix.encrypting(), Fault.HIDES_ENCRYPTION)) {
            // When
            var outcome = outcome(sender(false), toSarah(wire.port()));

            // Then
            assertThat(outcome).isEqualTo("failed smtp_530_5.7.0");
            assertThat(wire.heard()).noneMatch(line -> line.startsWith("Subject"));
            assertThat(postfix.delivered(sarah)).isEmpty();
        }
    }

    @Test
    void where_encryption_is_required_whoever_hides_it_hears_nothing() throws IOException {
        try (var wire = new MailWire(postfix.encrypting(), Fault.HIDES_ENCRYPTION)) {
            // When
            var outcome = outcome(sender(true), toSarah(wire.port()));

            // Then
            assertThat(outcome).isEqualTo("failed smtp_unreachable");
            assertThat(wire.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void where_encryption_is_required_a_server_without_it_gets_nothing() {
        // When
        var outcome = outcome(sender(true), toSarah(postfix.plain()));

        // Then
        assertThat(outcome).isEqualTo("failed smtp_unreachable");
        assertThat(postfix.delivered(sarah)).isEmpty();
    }

    @Test
    void where_none_is_required_a_server_without_it_gets_the_mail() {
        // When
        var outcome = outcome(sender(false), toSarah(postfix.plain()));

        // Then
        assertThat(outcome).startsWith("accepted");
        assertThat(postfix.delivered(sarah)).singleElement().asString().contains("with ESMTP ");
    }

    private SmtpSender sender(boolean requireTls) {
        var own = new Server("127.0.0.1", 1, Optional.empty(), Optional.empty(), requireTls, Optional.of(certificate.pem().toString()), PATIENT);
        return stage.sender(own, Connections.publicHosts("127.0.0.1"));
    }

    private Outgoing toSarah(int port) {
        return new Outgoing(UUID.randomUUID(), tenant(NAME, port), sarah, sarah, PLAIN);
    }
}
