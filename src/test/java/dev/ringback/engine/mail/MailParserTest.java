package dev.ringback.engine.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.classify.AutoReplyRules;
import dev.ringback.engine.classify.QuotedText;
import dev.ringback.engine.mail.ParsedMail.Unreadable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class MailParserTest {

    private static final Path SAMPLES = Path.of("src/test/resources/dev/ringback/engine/mail");
    private static final long SEED = 20_260_105L;
    private static final int MUTATIONS = 5_000;

    // In the table ¶ is a line feed.
    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/mail/expected.csv", delimiter = '|', quoteCharacter = '~', emptyValue = "",
            numLinesToSkip = 1)
    void a_mail_gives_its_text_sender_and_subject(String file, String text, String from, String fromName, String subject) {
        // When
        var mail = mail(file);

        // Then
        assertThat(mail.text()).isEqualTo(orEmpty(text).replace('¶', '\n'));
        assertThat(mail.from()).isEqualTo(orEmpty(from));
        assertThat(mail.fromName()).isEqualTo(orEmpty(fromName));
        assertThat(mail.subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"no-from,no-from", "bad-from,bad-from", "not-a-mail,no-from", "no-bytes,no-from", "too-deep,too-deep",
            "too-many-parts,too-many-parts"})
    void bytes_that_nobody_could_answer_are_refused_with_a_reason(String file, String reason) {
        assertThat(MailParser.parse(bytes(file))).isEqualTo(new Unreadable(reason));
    }

    @Test
    void a_mail_names_its_thread() {
        // When
        var mail = mail("plain");

        // Then
        assertThat(mail.messageId()).isEqualTo("m1@example.com");
        assertThat(mail.inReplyTo()).isEqualTo("s1@ours.example");
        assertThat(mail.references()).containsExactly("s0@ours.example", "s1@ours.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-01-05T15:00:00Z"));
        assertThat(mail.bounce()).isNull();
    }

    @Test
    void recipients_come_from_all_headers_that_name_them_each_once() {
        assertThat(mail("folded-headers").to()).containsExactly("bob@ours.example", "team@ours.example", "r+9.mac@ours.example");
        assertThat(mail("group-to").to()).containsExactly("bob@ours.example", "amy@ours.example");
    }

    @Test
    void folded_headers_are_one_line() {
        // When
        var mail = mail("folded-headers");

        // Then
        assertThat(mail.messageId()).isEqualTo("m28@example.com");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-01-05T15:00:00Z"));
        assertThat(mail.headers()).containsEntry("subject", List.of("Toiture à réparer"));
    }

    @ParameterizedTest
    @CsvSource(emptyValue = "", textBlock = """
            dsn,                carl@example.net, failed,  5.1.1, true,  sent-1@ours.example
            dsn-delayed,        dora@example.net, delayed, 4.4.1, false, sent-2@ours.example
            dsn-two-recipients, gone@example.net, failed,  5.2.1, true,  ''
            """)
    void a_delivery_report_names_the_address_that_failed(String file, String recipient, String action, String status, boolean permanent,
            String original) {
        // When
        var bounce = mail(file).bounce();

        // Then
        assertThat(bounce.recipient()).isEqualTo(recipient);
        assertThat(bounce.action()).isEqualTo(action);
        assertThat(bounce.status()).isEqualTo(status);
        assertThat(bounce.permanent()).isEqualTo(permanent);
        assertThat(bounce.originalMessageId()).isEqualTo(original);
    }

    @Test
    void a_folded_diagnostic_is_one_line() {
        assertThat(mail("dsn").bounce().diagnostic()).isEqualTo("smtp; 550 5.1.1 user unknown");
    }

    @ParameterizedTest
    @CsvSource({"auto-reply-en", "auto-reply-fr", "auto-reply-de", "auto-reply-es"})
    void an_automatic_reply_is_known_with_its_day_of_return(String file) {
        // Given
        var mail = mail(file);

        // When
        var reply = AutoReplyRules.read(mail.headers(), mail.subject(), mail.text());

        // Then
        assertThat(reply.automatic()).isTrue();
        assertThat(reply.returnsOn()).isEqualTo("2026-01-12");
    }

    @Test
    void quotations_of_html_are_told_from_the_answer() {
        assertThat(QuotedText.strip(mail("html-only").text())).isEqualTo("No thanks.\nAnn");
    }

    @Test
    void a_valuetext_is_cut() {
        assertThat(mail("huge-line").text()).hasSizeBetween(MailParser.MAX_TEXT_CHARS - 1, MailParser.MAX_TEXT_CHARS);
    }

    @Test
    void deep_html_is_read_in_bounded_time() {
        var mail = ("From: a@example.com\r\nContent-Type: text/html\r\n\r\n" + "<blockquote><div>".repeat(30_000) + "x")
                .getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> MailParser.parse(mail));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a@b,", "(", "<", "=?utf-8?Q?a?= ", "\"", ":", "<a@b>"})
    void a_header_of_any_length_is_read_in_bounded_time(String piece) {
        var value = piece.repeat(200_000 / piece.length());
        var mail = "From: a@example.com %1$s\r\nTo: %1$s\r\nSubject: %1$s\r\nReferences: %1$s\r\nDate: %1$s\r\n\r\nHi".formatted(value);
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> MailParser.parse(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void no_mutation_of_a_mail_throws() {
        var samples = samples();
        var random = new Random(SEED);
        for (var round = 0; round < MUTATIONS; round++) {
            var path = samples.get(random.nextInt(samples.size()));
            var mutant = mutate(read(path), random);
            assertThatCode(() -> MailParser.parse(mutant)).as("seed %d, round %d, %s", SEED, round, path.getFileName()).doesNotThrowAnyException();
        }
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        var mutant = bytes.clone();
        for (var count = 1 + random.nextInt(8); count > 0 && mutant.length > 0; count--) {
            var at = random.nextInt(Math.min(mutant.length, 4_000));
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] = (byte) random.nextInt(256);
                case 1 -> mutant[at] = (byte) "\r\n:;=<>@\"?-\0".charAt(random.nextInt(12));
                case 2 -> mutant = Arrays.copyOf(mutant, at);
                default -> System.arraycopy(mutant, 0, mutant, at / 2, at - at / 2);
            }
        }
        return mutant;
    }

    private static List<Path> samples() {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InboundMail mail(String file) {
        return (InboundMail) MailParser.parse(bytes(file));
    }

    private static byte[] bytes(String file) {
        return read(SAMPLES.resolve(file + ".eml"));
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
