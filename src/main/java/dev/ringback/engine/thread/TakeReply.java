package dev.ringback.engine.thread;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// The reply transaction: the answer is stored, understood by rules, and stops the machine, all at once.
@ApplicationScoped
class TakeReply {

    private final ThreadRepository threads;
    private final MessageEvents events;
    private final TakeConsent takeConsent;
    private final PackConversations packs;
    private final AddressHash hash;
    private final Clock clock;

    TakeReply(ThreadRepository threads, MessageEvents events, TakeConsent takeConsent, PackConversations packs, AddressHash hash, Clock clock) {
        this.threads = threads;
        this.events = events;
        this.takeConsent = takeConsent;
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
        var subject = reply.conversation().subject();
        return takeConsent.take(tx, reply)
                .call(() -> events.answered(tx, subject, replied(reply, now)))
                .call(meaning -> packs.of(subject).replied(tx, subject, new Reply(reply.id(), meaning)))
                .map(meaning -> "reply:" + meaning.name().toLowerCase(Locale.ROOT));
    }

    private static ProviderEvent replied(ReceivedReply reply, Instant now) {
        return new ProviderEvent(reply.conversation().answered(), reply.provider(), null, reply.id().toString(), MessageStatus.REPLIED, now,
                Map.of());
    }
}
