package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkFailure;
import dev.ringback.engine.work.WorkHandler;

/// Gives claimed work to the handlers of its kinds.
@ApplicationScoped
class Handlers {

    private static final Logger LOG = Logger.getLogger(Handlers.class);
    private static final Duration UNTIL_SOMEBODY_CAN = Duration.ofMinutes(1);
    private static final int ALONE_AT_ONCE = WorkHandler.CONCURRENCY;
    private static final Outcome FORGOTTEN = new Outcome.Failed("the handler gave no outcome");

    private final Map<String, BatchHandler> byKind;
    private final Clock clock;

    record Answer(Work work, Outcome outcome) {}

    Handlers(@All List<BatchHandler> handlers, Clock clock) {
        this.byKind = handlers.stream().collect(Collectors.toUnmodifiableMap(BatchHandler::kind, Function.identity()));
        this.clock = clock;
    }

    /// Each kind's items to its handler, the kinds side by side. Never fails: what breaks is an outcome. Who ended badly before
    /// is handled alone. No further chunk begins when the batch's lease is lost.
    Multi<List<Answer>> handle(Batch batch) {
        var kinds = batch.items().stream().collect(Collectors.groupingBy(Work::kind));
        return Multi.createFrom().iterable(kinds.entrySet())
                .onItem().transformToMulti(kind -> handle(batch, kind.getKey(), kind.getValue()))
                .merge(kinds.size());
    }

    /// The smallest batch that a handler of these items takes.
    int smallestBatch(List<Work> items) {
        return items.stream().map(Work::kind).distinct().filter(byKind::containsKey)
                .mapToInt(kind -> byKind.get(kind).batchSize()).min().orElse(Integer.MAX_VALUE);
    }

    /// Tells the handlers of work that became dead letters, in the transaction given.
    interface Burial {

        Uni<Void> of(Tx tx, List<Work> dead);
    }

    /// Runs a transaction that may make dead letters. Where a handler breaks on hearing of it, the transaction is run once more without
    /// telling anybody: the queue goes on, and what the handler should have written is missing.
    <T> Uni<T> burying(Function<Burial, Uni<T>> transaction) {
        return transaction.apply(this::buried)
                .onFailure(NotHeard.class).invoke(failure -> LOG.error("a handler could not hear of its dead letters", failure))
                .onFailure(NotHeard.class).recoverWithUni(() -> transaction.apply((_, _) -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> buried(Tx tx, List<Work> dead) {
        return Multi.createFrom().iterable(dead.stream().collect(Collectors.groupingBy(Work::kind)).entrySet())
                .filter(kind -> byKind.containsKey(kind.getKey()))
                .onItem().transformToUniAndConcatenate(kind -> byKind.get(kind.getKey()).buried(tx, kind.getValue()))
                .onItem().ignoreAsUni()
                .onFailure().transform(NotHeard::new);
    }

    private Multi<List<Answer>> handle(Batch batch, String kind, List<Work> items) {
        var handler = byKind.get(kind);
        if (handler == null) {
            var later = new Outcome.Snoozed(clock.instant().plus(UNTIL_SOMEBODY_CAN), "no handler in this instance");
            return Multi.createFrom().item(items.stream().map(work -> new Answer(work, later)).toList());
        }
        var again = items.stream().collect(Collectors.partitioningBy(work -> work.attempts() > 1));
        var chunks = Multi.createFrom().items(again.get(false).stream().gather(Gatherers.windowFixed(Math.max(1, handler.batchSize()))))
                .select().first(_ -> batch.held())
                .onItem().transformToMulti(chunk -> handle(handler, chunk)).concatenate();
        return Multi.createBy().concatenating().streams(chunks, alone(batch, handler, again.get(true)));
    }

    // Of what failed together one may be the poison: the others are not to fail with it again.
    private static Multi<List<Answer>> alone(Batch batch, BatchHandler handler, List<Work> items) {
        return Multi.createFrom().iterable(items)
                .select().first(_ -> batch.held())
                .onItem().transformToMulti(item -> handle(handler, List.of(item))).merge(ALONE_AT_ONCE);
    }

    private static Multi<List<Answer>> handle(BatchHandler handler, List<Work> chunk) {
        var open = chunk.stream().collect(Collectors.toMap(Work::id, Function.identity()));
        var known = Multi.createFrom().deferred(() -> handler.outcomes(chunk)).map(outcomes -> answered(open, outcomes))
                .onFailure().recoverWithItem(failure -> rest(open, WorkFailure.of(failure)));
        return Multi.createBy().concatenating().streams(known, Multi.createFrom().deferred(() -> Multi.createFrom().item(rest(open, FORGOTTEN))))
                .filter(answers -> !answers.isEmpty());
    }

    private static List<Answer> answered(Map<Long, Work> open, Map<Long, Outcome> outcomes) {
        return outcomes.entrySet().stream().filter(known -> open.containsKey(known.getKey()))
                .map(known -> new Answer(open.remove(known.getKey()), known.getValue())).toList();
    }

    private static List<Answer> rest(Map<Long, Work> open, Outcome outcome) {
        var left = open.values().stream().map(work -> new Answer(work, outcome)).toList();
        open.clear();
        return left;
    }

    private static final class NotHeard extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotHeard(Throwable cause) {
            super(cause);
        }
    }
}
