package dev.ringback.engine.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import dev.ringback.engine.classify.AutoReply;
import dev.ringback.engine.classify.AutoReplyRules;
import dev.ringback.engine.classify.QuotedText;

import static org.assertj.core.api.Assertions.assertThat;

/// A mailbox as it is: what mail programs, servers and vacation robots send, and what we make of it.
class MailboxTest {

    private static final Path MAILBOX = Path.of("src/test/resources/dev/ringback/engine/mail/mailbox");
    private static final String TABLE = "src/test/resources/dev/ringback/engine/mail/mailbox/expected.csv";
    private static final int AT_LEAST = 40;

    // In the table ¶ is a line feed.
    @ParameterizedTest
    @CsvFileSource(files = TABLE, delimiter = '|', quoteCharacter = '~', emptyValue = "", numLinesToSkip = 1)
    void each_mail_is_taken_for_what_it_is(String file, String kind, String words, LocalDate returns, String failure) {
        // When
        var mail = (InboundMail) MailParser.parse(bytes(file));

        // Then
        var reply = AutoReplyRules.read(mail.headers(), mail.subject(), mail.text());
        assertThat(kind(mail, reply)).isEqualTo(kind);
        assertThat(reply.returnsOn()).isEqualTo(returns);
        assertThat(failure(mail.bounce())).isEqualTo(orEmpty(failure));
        if (!kind.equals("bounce")) {
            assertThat(QuotedText.strip(mail.text())).isEqualTo(orEmpty(words).replace('¶', '\n'));
        }
    }

    @Test
    void every_sample_stands_in_the_table() throws IOException {
        // When
        var samples = Files.list(MAILBOX).map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")).toList();

        // Then
        assertThat(Files.readAllLines(MAILBOX.resolve("expected.csv")).stream().skip(1).map(line -> line.split("\\|")[0] + ".eml"))
                .containsExactlyInAnyOrderElementsOf(samples).hasSizeGreaterThan(AT_LEAST);
    }

    private static String kind(InboundMail mail, AutoReply reply) {
        return mail.bounce() != null ? "bounce" : reply.automatic() ? "automatic" : "answer";
    }

    private static String failure(BounceReport bounce) {
        return bounce == null ? ""
                : "%s %s of %s to %s".formatted(bounce.status(), bounce.permanent() ? "permanent" : bounce.action(),
                        bounce.originalMessageId(), bounce.recipient());
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(MAILBOX.resolve(file + ".eml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
