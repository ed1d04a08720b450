package dev.ringback.engine.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.classify.AutoReply;
import dev.ringback.engine.classify.AutoReplyRules;
import dev.ringback.engine.classify.QuotedText;
import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.inbox.InboxReader;
import dev.ringback.engine.inbox.ReceiveMail;
import dev.ringback.engine.mail.InboundMail;
import dev.ringback.engine.mail.MailParser;
import dev.ringback.engine.mail.ParsedMail;
import dev.ringback.engine.sql.Tx;

/// A mail came in, by whatever hook: what kind of mail it is.
@ApplicationScoped
public class MailArrived implements InboxReader {

    private final TakeReply takeReply;
    private final PersonAway personAway;
    private final MailBounced mailBounced;

    MailArrived(TakeReply takeReply, PersonAway personAway, MailBounced mailBounced) {
        this.takeReply = takeReply;
        this.personAway = personAway;
        this.mailBounced = mailBounced;
    }

    @Override
    public String provider() {
        return ReceiveMail.PROVIDER;
    }

    @Override
    public Uni<String> read(Tx tx, InboxItem item) {
        return read(tx, item, MailParser.parse(item.body()));
    }

    /// Of a mail that a provider delivered in a form of its own.
    public Uni<String> read(Tx tx, InboxItem item, ParsedMail parsed) {
        return switch (parsed) {
            case ParsedMail.Unreadable(var reason) -> result("unreadable:" + reason);
            case InboundMail mail when mail.bounce() != null ->
                    mailBounced.note(tx, item, incoming(item, mail, List.of(mail.bounce().originalMessageId())), mail.bounce());
            case InboundMail mail -> read(tx, incoming(item, mail, references(mail)), automatic(mail));
        };
    }

    private Uni<String> read(Tx tx, Incoming incoming, AutoReply read) {
        return read.automatic() ? personAway.note(tx, incoming, read.returnsOn()) : takeReply.take(tx, incoming);
    }

    private static AutoReply automatic(InboundMail mail) {
        return AutoReplyRules.read(mail.headers(), mail.subject(), mail.text());
    }

    // When it was sent says its sender alone: its arrival counts.
    private static Incoming incoming(InboxItem item, InboundMail mail, List<String> answers) {
        return new Incoming(item.message(), Channel.EMAIL, item.provider(), mail.messageId(), mail.to(), mail.from(), mail.subject(),
                QuotedText.strip(mail.text()), List.of(), item.receivedAt(), answers);
    }

    private static List<String> references(InboundMail mail) {
        var all = new ArrayList<>(mail.references());
        Stream.ofNullable(mail.inReplyTo()).forEach(all::add);
        return all;
    }

    private static Uni<String> result(String result) {
        return Uni.createFrom().item(result);
    }
}
