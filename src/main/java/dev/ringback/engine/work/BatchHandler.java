package dev.ringback.engine.work;

import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;

/// Does the work of one kind, many items at a time.
public interface BatchHandler {

    /// As in `engine.work.kind`: the pack, a dot, the verb phrase in kebab case.
    String kind();

    /// Answers an outcome for each item, by work id. An item without one, or a failed answer, counts as failed.
    Uni<Map<Long, Outcome>> handle(List<Work> batch);
}
