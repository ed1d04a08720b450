package dev.ringback.engine.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
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
                .map(Planning.of(message, dueAt)::unless)
                .chain(decided -> record(tx, message, decided.decision())
                        .chain(isNew -> isNew && decided.isToLeave() ? queue.enqueue(tx, sending(message, dueAt)) : nothing()));
    }

    /// Plans many of one tenant and kind of subject in one statement; answers the ids of those that are new. That an address is
    /// suppressed shows when they leave, not here.
    public Uni<List<UUID>> planAll(Tx tx, List<OutboundMessage> all, Instant dueAt) {
        return recordAll(tx, all.stream().map(message -> Planning.of(message, dueAt)).toList());
    }

    /// Does with many of one tenant and kind of subject what [#plan] and [#withhold] do with one; answers the ids of those that are new.
    public Uni<List<UUID>> decideAll(Tx tx, List<Planning> all) {
        var parties = all.stream().map(Planning::message).collect(Collectors.groupingBy(OutboundMessage::channel,
                Collectors.mapping(message -> new Party(message.subject().pack(), message.subject().tenant(), message.to()), Collectors.toList())));
        return Multi.createFrom().iterable(parties.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> consent.suppressions(tx, of.getValue(), of.getKey()).map(found -> Map.entry(of.getKey(), found)))
                .collect().asMap(Map.Entry::getKey, Map.Entry::getValue)
                .chain(found -> recordAll(tx, all.stream().map(one -> one.unless(reason(found, one.message()))).toList()));
    }

    private static Optional<String> reason(Map<Channel, Map<String, String>> suppressions, OutboundMessage message) {
        return Optional.ofNullable(suppressions.get(message.channel()).get(message.to()));
    }

    private Uni<List<UUID>> recordAll(Tx tx, List<Planning> all) {
        return all.isEmpty() ? Uni.createFrom().item(List.of())
                : messages.planAll(tx, all, all.stream().map(one -> hash.of(one.message().to())).toList(), clock.instant());
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
