package dev.ringback.engine.mailhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.batch.Keepsake;
import dev.ringback.engine.email.ReceivedMails;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.mail.ParsedMail;
import dev.ringback.engine.provider.JsonTree;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.MailArrived;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;
import dev.ringback.engine.work.WorkQueue;

/// Fetches a mail of which Resend told that it came in; then it goes the way of every mail. Work kind `engine.received-mail`: the
/// call is made outside of any transaction.
@ApplicationScoped
class FetchReceived implements WorkHandler {

    private static final String KIND = "engine.received-mail";

    private final ReceivedMails mails;
    private final MailArrived mailArrived;
    private final Keepsake keepsake;
    private final Database database;
    private final WorkQueue queue;
    private final Clock clock;

    FetchReceived(ReceivedMails mails, MailArrived mailArrived, Keepsake keepsake, Database database, WorkQueue queue, Clock clock) {
        this.mails = mails;
        this.mailArrived = mailArrived;
        this.keepsake = keepsake;
        this.database = database;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    Uni<Void> plan(Tx tx, InboxItem item, Optional<String> mail) {
        return mail.map(id -> queue.enqueue(tx, new NewWork("engine", KIND, null, "inbox", item.id().toString(), "%s:%s".formatted(KIND, item.id()),
                clock.instant(), Map.of("mail", id), false))).orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        return mails.find((String) work.payload().get("mail")).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(new Outcome.Cancelled("no such mail"))
                : read(UUID.fromString(work.subjectId()), mail(found.get())));
    }

    private Uni<Outcome> read(UUID inbox, ParsedMail mail) {
        return database.asService(tx -> keepsake.find(tx, inbox).chain(item -> item.isEmpty()
                ? Uni.createFrom().item(new Outcome.Cancelled("forgotten"))
                : mailArrived.read(tx, item.get(), mail).call(result -> keepsake.note(tx, item.get(), result)).replaceWith(new Outcome.Done())));
    }

    private static ParsedMail mail(JsonTree told) {
        return ForwardedMail.of(headers(told), told.text("text").orElse(null), told.text("html").orElse(null));
    }

    private static List<Map.Entry<String, String>> headers(JsonTree told) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        told.text("from").ifPresent(from -> headers.add(Map.entry("From", from)));
        told.text("subject").ifPresent(subject -> headers.add(Map.entry("Subject", subject)));
        told.text("message_id").ifPresent(id -> headers.add(Map.entry("Message-ID", id)));
        List.of("to", "cc").forEach(name -> headers.add(Map.entry(name, told.each(name).stream().flatMap(address -> address.text("").stream())
                .collect(Collectors.joining(", ")))));
        told.members("headers").forEach((name, value) -> each(value).forEach(one -> headers.add(Map.entry(name, one))));
        return headers;
    }

    private static List<String> each(Object value) {
        return value instanceof List<?> several ? several.stream().map(String::valueOf).toList() : List.of(String.valueOf(value));
    }
}
