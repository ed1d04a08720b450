package dev.ringback.engine.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consequence.Consequences;
import dev.ringback.engine.consequence.Report;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;

/// Folds what is reported of messages into their rows, in any order and any number of times.
@ApplicationScoped
public class MessageEvents {

    /// The work that waits for a message which is not known yet.
    static final String KIND = "engine.provider-event";

    private final ProgressRepository progress;
    private final Consequences consequences;
    private final PackConversations packs;
    private final WorkQueue queue;
    private final Clock clock;

    MessageEvents(ProgressRepository progress, Consequences consequences, PackConversations packs, WorkQueue queue, Clock clock) {
        this.progress = progress;
        this.consequences = consequences;
        this.packs = packs;
        this.queue = queue;
        this.clock = clock;
    }

    /// Records what providers report. A report of a message that we don't know waits for it: it may have outrun our commit.
    public Uni<Void> record(Tx tx, List<ProviderEvent> events) {
        return recordKnown(tx, events).chain(unknown -> Multi.createFrom().iterable(unknown)
                .onItem().transformToUniAndConcatenate(event -> queue.enqueue(tx, waiting(event)).replaceWith(event))
                .collect().asList().replaceWithVoid());
    }

    /// Records what is reported of messages that we know, and answers the rest.
    Uni<List<ProviderEvent>> recordKnown(Tx tx, List<ProviderEvent> events) {
        return progress.resolve(tx, events).chain(resolved -> fold(tx, resolved.stream().filter(event -> event.message() != null).toList())
                .replaceWith(resolved.stream().filter(event -> event.message() == null).toList()));
    }

    /// Records what we know ourselves, for example that a provider took a message, and what it means for the addresses.
    public Uni<Void> fold(Tx tx, List<ProviderEvent> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem()
                : consequences.foresee(tx, events.stream().map(MessageEvents::report).toList())
                        .call(() -> progress.lock(tx, events).chain(() -> progress.fold(tx, events, clock.instant()))
                                .chain(moves -> packs.moved(tx, moves)))
                        .chain(due -> consequences.take(tx, due));
    }

    /// The subject answered: what was planned for it stops, on every channel. A message that is just being submitted cannot be
    /// called back, but is not submitted again.
    public Uni<Void> answered(Tx tx, Subject subject, ProviderEvent reply) {
        return fold(tx, List.of(reply))
                .chain(() -> progress.lock(tx, subject))
                .chain(() -> progress.cancel(tx, subject, "answered", clock.instant()))
                .chain(moves -> packs.moved(tx, moves))
                .chain(() -> queue.cancelOnReply(tx, subject.pack(), subject.kind(), subject.id()))
                .replaceWithVoid();
    }

    private static Report report(ProviderEvent event) {
        return new Report(event.message(), event.event(), event.provider(), event.eventId(), event.detail());
    }

    private NewWork waiting(ProviderEvent event) {
        var key = "%s:%s:%s:%s".formatted(KIND, event.provider(), event.eventId(), event.event().word());
        return new NewWork("engine", KIND, null, "provider-event", event.eventId(), key, clock.instant(), payload(event), false);
    }

    private Map<String, Object> payload(ProviderEvent event) {
        var payload = new HashMap<String, Object>(Map.of("provider", event.provider(), "event_id", event.eventId(), "event", event.event().word(),
                "at", event.at().toString(), "detail", event.detail(), "since", clock.instant().toString()));
        payload.put("message", Objects.toString(event.message(), null));
        payload.put("provider_message", event.providerMessage());
        return payload;
    }
}
