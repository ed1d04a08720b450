package dev.ringback.engine.outbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.inbox.ReceiveMail;
import dev.ringback.engine.inbox.Received;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Plays the person: makes the mail that would answer a kept message, signs it as a mail worker would, and hands it in
/// where real ones arrive.
@ApplicationScoped
class AnswerKept {

    private final Database database;
    private final OutboxRepository outbox;
    private final ReceiveMail receiveMail;
    private final Clock clock;

    AnswerKept(Database database, OutboxRepository outbox, ReceiveMail receiveMail, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.receiveMail = receiveMail;
        this.clock = clock;
    }

    Uni<Received> answer(UUID id, MadeUpAnswer answer) {
        return database.asService(tx -> outbox.find(tx, id))
                .map(found -> found.orElseThrow(() -> Problem.notFound("message", id)))
                .map(kept -> mime(kept, answer.text()))
                .chain(mime -> receiveMail.receive(receiveMail.sign("made-up-" + UUID.randomUUID(), mime)));
    }

    private byte[] mime(KeptMessage kept, String text) {
        return """
                Message-ID: <%s@made-up.invalid>
                In-Reply-To: <%s>
                Date: %s
                From: %s
                To: %s
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                """
                .formatted(UUID.randomUUID(), kept.reference(), DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)),
                        kept.to(), kept.from(), encoded("Re: " + kept.subject()), Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)))
                .replace("\r\n", "\n").replace("\n", "\r\n")
                .getBytes(UTF_8);
    }

    // RFC 2047.
    private static String encoded(String header) {
        return "=?utf-8?B?%s?=".formatted(Base64.getEncoder().encodeToString(header.getBytes(UTF_8)));
    }
}
