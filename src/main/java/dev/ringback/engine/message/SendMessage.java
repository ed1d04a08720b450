package dev.ringback.engine.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;

/// Plans a message: its row, and the work that will send it when it is due. Nothing leaves here.
@ApplicationScoped
public class SendMessage {

    /// The work that sends a planned message; its payload names the message.
    public static final String KIND = "engine.send";

    private final MessageRepository messages;
    private final Consent consent;
    private final WorkQueue queue;
    private final AddressHash hash;
    private final Clock clock;

    SendMessage(MessageRepository messages, Consent consent, WorkQueue queue, AddressHash hash, Clock clock) {
        this.messages = messages;
        this.consent = consent;
        this.queue = queue;
        this.hash = hash;
        this.clock = clock;
    }

    /// Plans it for `dueAt`; a suppressed address gets the row with its reason and no work; what a human has to read
    /// first is planned and waits.
    public Uni<Void> plan(Tx tx, OutboundMessage message, Instant dueAt) {
        var party = new Party(message.subject().pack(), message.subject().tenant(), message.to());
        return consent.suppression(tx, party, message.channel())
                .map(reason -> reason.filter(found -> !found.equals(SendPolicy.HELD) && !message.passesOptOut()))
                .chain(reason -> reason.isPresent()
                        ? withhold(tx, message, Decision.suppressed(reason.get())).replaceWithVoid()
                        : record(tx, message, Decision.PLANNED).chain(isNew -> isNew ? queue.enqueue(tx, sending(message, dueAt)) : nothing()));
    }

    /// Plans many of one tenant and kind of subject in one statement; answers the ids of those that are new. That an address is
    /// suppressed shows when they leave, not here.
    public Uni<List<UUID>> planAll(Tx tx, List<OutboundMessage> all, Instant dueAt) {
        return all.isEmpty() ? Uni.createFrom().item(List.of())
                : messages.planAll(tx, all, all.stream().map(message -> hash.of(message.to())).toList(), dueAt, clock.instant());
    }

    /// Records that a message is not sent, and why; answers false when that was recorded before.
    public Uni<Boolean> withhold(Tx tx, OutboundMessage message, Decision decision) {
        return record(tx, message, decision);
    }

    private Uni<Boolean> record(Tx tx, OutboundMessage message, Decision decision) {
        return messages.plan(tx, message, hash.of(message.to()), decision, clock.instant());
    }

    // The confirmation of an opt-out is owed whatever else the person says.
    private static NewWork sending(OutboundMessage message, Instant dueAt) {
        var subject = message.subject();
        return new NewWork(subject.pack(), KIND, subject.tenant(), subject.kind(), subject.id(), KIND + ":" + message.id(), dueAt,
                Map.of("message", message.id().toString()), !message.passesOptOut());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
