package dev.ringback.engine.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.delivery.Departures.Prepared;
import dev.ringback.engine.facts.SendFactsReader;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkFailure;

/// Sends due messages, or records why not. Work kind `engine.send`.
@ApplicationScoped
class DeliverMessage implements BatchHandler {

    private static final Outcome GONE = new Outcome.Cancelled("not to be sent any more");
    private static final Outcome NAMELESS = new Outcome.Failed("names no message");
    private static final int MOST_FLUSHES_WAITING = 1_000;
    private static final String MESSAGE = "message";

    private final Database database;
    private final SendFactsReader facts;
    private final Departures departures;
    private final Submission submission;
    private final MessageLedger ledger;
    private final SendConfig config;

    DeliverMessage(Database database, SendFactsReader facts, Departures departures, Submission submission, MessageLedger ledger, SendConfig config) {
        this.database = database;
        this.facts = facts;
        this.departures = departures;
        this.submission = submission;
        this.ledger = ledger;
        this.config = config;
    }

    @Override
    public String kind() {
        return SendMessage.KIND;
    }

    @Override
    public int batchSize() {
        return config.batch();
    }

    @Override
    public Uni<Void> buried(Tx tx, List<Work> dead) {
        return ledger.bury(tx, messages(dead));
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        return outcomes(batch).collect().in(HashMap::new, Map::putAll);
    }

    /// In groups, one after another: each is decided about directly before it leaves, so that a brake or an opt-out that comes
    /// meanwhile stops the next, and a crash cuts off no more than one.
    @Override
    public Multi<Map<Long, Outcome>> outcomes(List<Work> batch) {
        var groups = messages(batch).stream().gather(Gatherers.windowFixed(Math.max(1, config.concurrency())));
        var nameless = batch.stream().filter(work -> message(work).isEmpty()).collect(Collectors.<Work, Long, Outcome>toMap(Work::id, _ -> NAMELESS));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(nameless), Multi.createFrom().items(groups)
                .onItem().transformToUniAndConcatenate(this::send)
                .map(outcomes -> byWork(batch, outcomes)));
    }

    private static Map<Long, Outcome> byWork(List<Work> batch, Map<UUID, Outcome> outcomes) {
        return batch.stream().filter(work -> message(work).filter(outcomes::containsKey).isPresent())
                .collect(Collectors.toMap(Work::id, work -> outcomes.get(message(work).orElseThrow())));
    }

    // Nothing has left where preparing failed, so each may be tried alone: what is wrong with one is not its neighbours' fault.
    private Uni<Map<UUID, Outcome>> send(List<UUID> group) {
        return prepare(group).chain(prepared -> carryOut(group, prepared))
                .onFailure(NotPrepared.class).recoverWithUni(failure -> alone(group, failure.getCause()));
    }

    private Uni<Map<UUID, Outcome>> alone(List<UUID> group, Throwable failure) {
        if (group.size() == 1 || Passing.is(failure)) {
            var outcome = WorkFailure.of(failure);
            return Uni.createFrom().item(group.stream().collect(Collectors.toMap(Function.identity(), _ -> outcome)));
        }
        return Multi.createFrom().iterable(group).onItem().transformToUniAndConcatenate(id -> send(List.of(id)))
                .collect().in(HashMap::new, Map::putAll);
    }

    private Uni<Prepared> prepare(List<UUID> group) {
        return database.asService(tx -> facts.read(tx, group).chain(known -> departures.prepare(tx, known)))
                .onFailure().transform(NotPrepared::new);
    }

    // The gate is committed now, and all calls begin at once. Results are written down as they come, in groups: without the
    // buffer a group that the ledger is not ready for would be an error.
    private Uni<Map<UUID, Outcome>> carryOut(List<UUID> group, Prepared prepared) {
        var calls = Stream.concat(prepared.toSend().stream().map(submission::submit), prepared.toAsk().stream().map(submission::ask)).toList();
        return Multi.createFrom().iterable(calls)
                .onItem().transformToUni(call -> call).merge(Math.max(1, config.concurrency()))
                .group().intoLists().of(config.flush(), config.flushAfter()).onOverflow().buffer(MOST_FLUSHES_WAITING)
                .onItem().transformToUniAndConcatenate(ledger::record)
                .collect().in(() -> known(group, prepared), DeliverMessage::note);
    }

    private static Map<UUID, Outcome> known(List<UUID> group, Prepared prepared) {
        var outcomes = new HashMap<UUID, Outcome>();
        group.forEach(id -> outcomes.put(id, prepared.outcomes().getOrDefault(id, GONE)));
        return outcomes;
    }

    private static void note(Map<UUID, Outcome> outcomes, List<Result> results) {
        results.forEach(result -> outcomes.put(result.id(), result.outcome()));
    }

    private static List<UUID> messages(List<Work> works) {
        return works.stream().map(DeliverMessage::message).flatMap(Optional::stream).distinct().toList();
    }

    private static Optional<UUID> message(Work work) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(work.payload().get(MESSAGE))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static final class NotPrepared extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPrepared(Throwable cause) {
            super(cause);
        }
    }
}
