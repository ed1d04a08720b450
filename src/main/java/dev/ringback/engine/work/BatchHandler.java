package dev.ringback.engine.work;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// Does the work of one kind, many items at a time.
public interface BatchHandler {

    /// As in `engine.work.kind`: the pack, a dot, the verb phrase in kebab case.
    String kind();

    /// Answers an outcome for each item, by work id. An item without one, or a failed answer, counts as failed.
    Uni<Map<Long, Outcome>> handle(List<Work> batch);

    /// The same as the outcomes come, so that a slow item does not hold up the quick ones.
    default Multi<Map<Long, Outcome>> outcomes(List<Work> batch) {
        return handle(batch).toMulti();
    }

    /// At most so many items are handled together: hundreds where they are worked per batch, few where each takes its time.
    default int batchSize() {
        return 500;
    }

    /// Told, in the transaction that makes dead letters of them, of work that failed as often as it may.
    default Uni<Void> buried(Tx tx, List<Work> dead) {
        return Uni.createFrom().voidItem();
    }
}
