package dev.ringback.engine.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.channel.Content;
import dev.ringback.engine.email.SmtpStage.Server;
import dev.ringback.engine.net.Connections;
import dev.ringback.testing.MailServer;
import dev.ringback.testing.ScriptedMailServer;

import static dev.ringback.engine.email.SmtpStage.PATIENT;
import static dev.ringback.engine.email.SmtpStage.PLAIN;
import static dev.ringback.engine.email.SmtpStage.from;
import static dev.ringback.engine.email.SmtpStage.mail;
import static dev.ringback.engine.email.SmtpStage.outcome;
import static dev.ringback.engine.email.SmtpStage.own;
import static org.assertj.core.api.Assertions.assertThat;

/// Mail over real connections: what a server may do to us, and what a sender may be called.
class SmtpSenderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofSeconds(30);

    private final SmtpStage stage = new SmtpStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var server = new Server("127.0.0.1", silent.getLocalPort(), Optional.empty(), Optional.empty(), false, Optional.empty(), TIMEOUT);
            var sender = stage.sender(server, Connections.publicHosts());

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
            var sender = stage.sender(server.port());

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
            stage.sender(server.port()).send(mail(own("Maple"), content)).await().atMost(LATEST);

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
            RCPT | 550 5.1.1 no such user        | refused smtp_550_5.1.1
            RCPT | 450 4.2.0 greylisted          | failed smtp_450_4.2.0
            MAIL | 530 5.7.0 STARTTLS first      | failed smtp_530_5.7.0
            AUTH | 535 5.7.8 wrong password      | failed smtp_535_5.7.8
            MAIL | 421 4.3.2 closing             | failed smtp_421
            RCPT | 550 no such user              | refused smtp_550
            RCPT | 550 5.1.1.1 is no code        | refused smtp_550
            DATA | 554 5.7.1 no                  | refused smtp_554_5.7.1
            .    | 552 5.3.4 too large           | refused smtp_552_5.3.4
            .    | 451 4.3.0 try again           | failed smtp_451_4.3.0
            .    | hang up                       | silence
            RSET | 250 fine                      | accepted <1@maple.example>
            """)
    void each_answer_means(String command, String answer, String meaning) throws IOException {
        try (var server = new ScriptedMailServer("127.0.0.1", Map.of(command, answer), null)) {
            // Given
            var sender = stage.sender(
                    new Server("127.0.0.1", server.port(), Optional.of("maple"), Optional.of("secret"), false, Optional.empty(), PATIENT),
                    Connections.publicHosts());

            // When
            var outcome = outcome(sender, mail(own("Maple"), PLAIN));

            // Then
            assertThat(outcome).isEqualTo(meaning);
        }
    }
}
