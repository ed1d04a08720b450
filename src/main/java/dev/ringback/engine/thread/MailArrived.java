package dev.ringback.engine.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.classify.AutoReplyRules;
import dev.ringback.engine.classify.QuotedText;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.inbox.ReceiveMail;
import dev.ringback.engine.mail.InboundMail;
import dev.ringback.engine.mail.MailParser;
import dev.ringback.engine.mail.ParsedMail;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.sql.Tx;

/// A mail came in: finds whose answer it is.
@ApplicationScoped
class MailArrived implements InboxReader {

    private final ThreadRepository threads;
    private final TakeReply takeReply;
    private final AddressHash hash;

    MailArrived(ThreadRepository threads, TakeReply takeReply, AddressHash hash) {
        this.threads = threads;
        this.takeReply = takeReply;
        this.hash = hash;
    }

    @Override
    public String provider() {
        return ReceiveMail.PROVIDER;
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        return switch (MailParser.parse(item.body())) {
            case ParsedMail.Unreadable(var reason) -> result("unreadable:" + reason);
            case InboundMail mail when mail.bounce() != null -> result("bounce");
            case InboundMail mail when isAutomatic(mail) -> result("automatic");
            case InboundMail mail -> find(tx, mail).chain(found -> found.isEmpty()
                    ? result("no_thread")
                    : takeReply.take(tx, reply(item, mail, found.get())));
        };
    }

    private Uni<Optional<Conversation>> find(Tx tx, InboundMail mail) {
        return threads.findByReference(tx, references(mail)).chain(found -> found.isPresent()
                ? Uni.createFrom().item(found)
                : threads.findByAddresses(tx, hash.all(mail.from()), mail.to()));
    }

    private static List<String> references(InboundMail mail) {
        var all = new ArrayList<>(mail.references());
        Stream.ofNullable(mail.inReplyTo()).forEach(all::add);
        return all;
    }

    private static boolean isAutomatic(InboundMail mail) {
        return AutoReplyRules.read(mail.headers(), mail.subject(), mail.text()).automatic();
    }

    private static ReceivedReply reply(InboxItem item, InboundMail mail, Conversation conversation) {
        return new ReceivedReply(OutboundMessage.receivedId(item.provider(), item.eventId()), conversation, mail.from(), mail.subject(),
                QuotedText.strip(mail.text()), item.provider(), mail.messageId());
    }

    private static Uni<String> result(String result) {
        return Uni.createFrom().item(result);
    }
}
