package dev.ringback.engine.work;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/// Does the work of one kind, item by item: an adapter on [BatchHandler]. Another item's failure leaves this one alone.
public interface WorkHandler extends BatchHandler {

    /// At most so many items of a batch are in flight at once.
    int CONCURRENCY = 8;

    Uni<Outcome> handle(Work work);

    @Override
    default Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        return settled(batch).collect().asMap(Settled::workId, Settled::outcome);
    }

    @Override
    default Multi<Map<Long, Outcome>> outcomes(List<Work> batch) {
        return settled(batch).map(settled -> Map.of(settled.workId(), settled.outcome()));
    }

    @Override
    default int batchSize() {
        return 50;
    }

    private Multi<Settled> settled(List<Work> batch) {
        return Multi.createFrom().iterable(batch).onItem().transformToUni(this::settle).merge(CONCURRENCY);
    }

    private Uni<Settled> settle(Work work) {
        return Uni.createFrom().deferred(() -> handle(work))
                .onFailure().recoverWithItem(WorkFailure::of)
                .map(outcome -> new Settled(work.id(), outcome));
    }

    record Settled(long workId, Outcome outcome) {}
}
