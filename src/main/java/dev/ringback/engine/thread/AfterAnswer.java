package dev.ringback.engine.thread;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.hotlead.HotAnswerCame;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Reply.Meaning;
import dev.ringback.engine.sql.Tx;

/// What follows once an answer has stopped the machine: the pack is told, the person is answered where that is owed, and somebody is
/// alerted where he wants to buy.
@ApplicationScoped
class AfterAnswer {

    private final PackConversations packs;
    private final TakeConsent takeConsent;
    private final HotAnswerCame hotAnswerCame;

    AfterAnswer(PackConversations packs, TakeConsent takeConsent, HotAnswerCame hotAnswerCame) {
        this.packs = packs;
        this.takeConsent = takeConsent;
        this.hotAnswerCame = hotAnswerCame;
    }

    Uni<Void> follow(Tx tx, ReceivedReply reply, Taken taken) {
        var subject = reply.conversation().subject();
        return packs.of(subject).replied(tx, subject, new Reply(taken.meaning(), reply.incoming()))
                .chain(() -> takeConsent.thank(tx, reply, taken))
                .chain(() -> taken.meaning() == Meaning.ANSWER
                        ? hotAnswerCame.read(tx, subject, reply.incoming().text())
                        : Uni.createFrom().voidItem());
    }
}
