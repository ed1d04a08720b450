package dev.ringback.engine.thread;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.OptOut;
import dev.ringback.engine.classify.OptOutRules;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Reply.Meaning;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// The reply transaction: the answer is stored, understood by rules, and stops the machine, all at once.
@ApplicationScoped
class TakeReply {

    private final ThreadRepository threads;
    private final MessageEvents events;
    private final Consent consent;
    private final PackConversations packs;
    private final AddressHash hash;
    private final Clock clock;

    TakeReply(ThreadRepository threads, MessageEvents events, Consent consent, PackConversations packs, AddressHash hash, Clock clock) {
        this.threads = threads;
        this.events = events;
        this.consent = consent;
        this.packs = packs;
        this.hash = hash;
        this.clock = clock;
    }

    /// Answers what became of it: `reply:answer`, `reply:opt_out`, `reply:unclear`, or `repeated`.
    Uni<String> take(Tx tx, ReceivedReply reply) {
        var now = clock.instant();
        return threads.recordReceived(tx, reply, hash.of(reply.from()), now)
                .chain(isNew -> isNew ? act(tx, reply, now) : Uni.createFrom().item("repeated"));
    }

    private Uni<String> act(Tx tx, ReceivedReply reply, Instant now) {
        var optOut = OptOutRules.read(reply.text(), Language.detect(reply.text()));
        var meaning = meaning(optOut);
        var subject = reply.conversation().subject();
        var revoked = meaning == Meaning.OPT_OUT ? revoke(tx, reply, optOut.rules()) : Uni.createFrom().voidItem();
        return revoked
                .chain(() -> events.answered(tx, subject, replied(reply, now)))
                .chain(() -> packs.of(subject).replied(tx, subject, new Reply(reply.id(), meaning)))
                .replaceWith("reply:" + meaning.name().toLowerCase(Locale.ROOT));
    }

    private static Meaning meaning(OptOut optOut) {
        return switch (optOut.answer()) {
            case YES -> Meaning.OPT_OUT;
            case UNSURE -> Meaning.UNCLEAR;
            case NO -> Meaning.ANSWER;
        };
    }

    private static ProviderEvent replied(ReceivedReply reply, Instant now) {
        return new ProviderEvent(reply.conversation().answered(), reply.provider(), null, reply.id().toString(), MessageStatus.REPLIED, now,
                Map.of());
    }

    // Who answers from another address of his, as forwarding makes him, means the one that we write to as well.
    private Uni<Void> revoke(Tx tx, ReceivedReply reply, List<String> rules) {
        return Multi.createFrom().items(reply.conversation().writtenTo(), reply.from()).select().distinct()
                .onItem().transformToUniAndConcatenate(address -> revoke(tx, reply, address, rules).replaceWith(address))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> revoke(Tx tx, ReceivedReply reply, String address, List<String> rules) {
        var subject = reply.conversation().subject();
        var party = new Party(subject.pack(), subject.tenant(), address);
        var origin = new Origin("reply:" + reply.provider(), Map.of("message", reply.id().toString(), "rules", rules), OptOutRules.VERSION);
        return consent.refuse(tx, Refusal.optOut(party, Channel.EMAIL, origin));
    }
}
