package dev.ringback.engine.thread;

import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Incoming;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Tx;

/// The reply transaction, the same for every channel: the answer is stored, understood by rules, and stops the machine, all at
/// once.
@ApplicationScoped
public class TakeReply {

    private final FindConversation conversations;
    private final MessageEvents events;
    private final TakeConsent takeConsent;
    private final AfterAnswer afterAnswer;

    TakeReply(FindConversation conversations, MessageEvents events, TakeConsent takeConsent, AfterAnswer afterAnswer) {
        this.conversations = conversations;
        this.events = events;
        this.takeConsent = takeConsent;
        this.afterAnswer = afterAnswer;
    }

    /// Answers what became of it: `reply:answer`, `reply:opt_out`, `reply:unclear`, `repeated`, or, of somebody whom we never wrote to,
    /// `stranger:opt_out` or `no_thread`.
    public Uni<String> take(Tx tx, Incoming incoming) {
        return conversations.find(tx, incoming).chain(found -> found.isEmpty()
                ? takeConsent.takeFromStranger(tx, incoming).map(isNo -> isNo ? "stranger:opt_out" : "no_thread")
                : take(tx, new ReceivedReply(incoming, found.get())));
    }

    private Uni<String> take(Tx tx, ReceivedReply reply) {
        return conversations.record(tx, reply)
                .chain(isNew -> isNew ? act(tx, reply) : Uni.createFrom().item("repeated"));
    }

    private Uni<String> act(Tx tx, ReceivedReply reply) {
        var subject = reply.conversation().subject();
        return takeConsent.take(tx, reply)
                .call(() -> events.answered(tx, subject, replied(reply)))
                .call(taken -> afterAnswer.follow(tx, reply, taken))
                .map(taken -> "reply:" + taken.meaning().name().toLowerCase(Locale.ROOT));
    }

    private static ProviderEvent replied(ReceivedReply reply) {
        var incoming = reply.incoming();
        return new ProviderEvent(reply.conversation().answered(), incoming.provider(), null, incoming.id().toString(), MessageStatus.REPLIED,
                incoming.at(), Map.of());
    }
}
