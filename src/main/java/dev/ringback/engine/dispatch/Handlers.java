package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkFailure;

/// Gives claimed work to the handlers of its kinds.
@ApplicationScoped
class Handlers {

    private static final Duration UNTIL_SOMEBODY_CAN = Duration.ofMinutes(1);

    private final Map<String, BatchHandler> byKind;
    private final Clock clock;

    Handlers(@All List<BatchHandler> handlers, Clock clock) {
        this.byKind = handlers.stream().collect(Collectors.toUnmodifiableMap(BatchHandler::kind, Function.identity()));
        this.clock = clock;
    }

    /// Each kind's items to its handler, the kinds side by side. Never fails: what breaks is an outcome.
    Uni<List<Batch>> handle(List<Work> items) {
        var byKindOfWork = items.stream().collect(Collectors.groupingBy(Work::kind));
        return Multi.createFrom().iterable(byKindOfWork.entrySet())
                .onItem().transformToUni(kind -> handle(kind.getKey(), kind.getValue()))
                .merge(byKindOfWork.size())
                .collect().asList();
    }

    private Uni<Batch> handle(String kind, List<Work> items) {
        var handler = byKind.get(kind);
        if (handler == null) {
            return Uni.createFrom().item(new Batch(items, same(items, new Outcome.Snoozed(clock.instant().plus(UNTIL_SOMEBODY_CAN),
                    "no handler in this instance"))));
        }
        return Uni.createFrom().deferred(() -> handler.handle(items))
                .onFailure().recoverWithItem(failure -> same(items, WorkFailure.of(failure)))
                .map(outcomes -> new Batch(items, outcomes));
    }

    private static Map<Long, Outcome> same(List<Work> items, Outcome outcome) {
        return items.stream().collect(Collectors.toMap(Work::id, _ -> outcome));
    }
}
