package dev.ringback.engine.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consequence.Consequences;
import dev.ringback.engine.consequence.Report;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.WorkFailure;

/// Writes down how messages fare, many at a time.
@ApplicationScoped
class MessageLedger {

    private final Database database;
    private final DeliveryRepository messages;
    private final MessageEvents events;
    private final Consequences consequences;
    private final PackConversations packs;
    private final Clock clock;

    MessageLedger(Database database, DeliveryRepository messages, MessageEvents events, Consequences consequences, PackConversations packs,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.events = events;
        this.consequences = consequences;
        this.packs = packs;
        this.clock = clock;
    }

    /// What providers answered, in a transaction of its own. Where it cannot be written, the next attempt finds the messages as
    /// a crash would have left them. A refusal that is about the recipient suppresses him in the same transaction.
    Uni<List<Result>> record(List<Result> results) {
        var taken = results.stream().map(Result::taken).flatMap(Optional::stream).toList();
        var endings = results.stream().map(Result::ending).flatMap(Optional::stream).toList();
        return database.asService(tx -> consequences.foresee(tx, endings.stream().filter(Ending::isProviders).map(MessageLedger::report).toList())
                .call(() -> events.fold(tx, taken))
                .call(() -> end(tx, endings))
                .chain(due -> consequences.take(tx, due)))
                .replaceWith(results)
                .onFailure().recoverWithItem(failure -> results.stream().map(result -> result.with(WorkFailure.of(failure))).toList());
    }

    private static Report report(Ending ending) {
        return new Report(ending.id(), ending.status(), "submission", null, Map.of("reason", ending.reason()));
    }

    /// Messages whose work is a dead letter. A pack that this executable doesn't have is not told.
    Uni<Void> bury(Tx tx, List<UUID> ids) {
        return messages.bury(tx, ids, clock.instant())
                .chain(moves -> packs.moved(tx, moves.stream().filter(move -> packs.has(move.subject().pack())).toList()));
    }

    /// Messages that do not leave, or not now.
    Uni<Void> end(Tx tx, List<Ending> endings) {
        return endings.isEmpty() ? Uni.createFrom().voidItem()
                : messages.recordOutcomes(tx, endings, clock.instant()).chain(moves -> packs.moved(tx, moves));
    }
}
