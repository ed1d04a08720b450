package dev.ringback.engine.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/// Sends due messages, or records why not. Work kind `engine.send`.
@ApplicationScoped
class DeliverMessage implements BatchHandler {

    private static final Outcome GONE = new Outcome.Cancelled("not to be sent any more");
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

    // Work that names no message makes its own attempts fail; here it would keep all other dead letters from being made.
    @Override
    public Uni<Void> buried(Tx tx, List<Work> dead) {
        return ledger.bury(tx, dead.stream().filter(work -> work.payload().containsKey(MESSAGE)).map(DeliverMessage::message).toList());
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        var ids = batch.stream().map(DeliverMessage::message).distinct().toList();
        return database.asService(tx -> facts.read(tx, ids).chain(known -> departures.prepare(tx, known)))
                .chain(this::carryOut)
                .map(outcomes -> batch.stream().collect(Collectors.toMap(Work::id, work -> outcomes.getOrDefault(message(work), GONE))));
    }

    // The gate is committed now. Results are written down as they come, in groups: without the buffer a group that the ledger
    // is not ready for would be an error.
    private Uni<HashMap<UUID, Outcome>> carryOut(Prepared prepared) {
        var calls = Stream.concat(prepared.toSend().stream().map(submission::submit), prepared.toAsk().stream().map(submission::ask)).toList();
        return Multi.createFrom().iterable(calls)
                .onItem().transformToUni(call -> call).merge(config.concurrency())
                .group().intoLists().of(config.flush(), config.flushAfter()).onOverflow().buffer(MOST_FLUSHES_WAITING)
                .onItem().transformToUniAndConcatenate(ledger::record)
                .collect().in(() -> new HashMap<>(prepared.outcomes()), DeliverMessage::note);
    }

    private static void note(Map<UUID, Outcome> outcomes, List<Result> results) {
        results.forEach(result -> outcomes.put(result.id(), result.outcome()));
    }

    private static UUID message(Work work) {
        return UUID.fromString((String) work.payload().get(MESSAGE));
    }
}
