package dev.ringback.engine.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/// Does the work of one kind that always has a tenant, all of a tenant together: each statement is one tenant's, and another
/// tenant's failure leaves this one alone.
public interface TenantHandler extends BatchHandler {

    /// At most so many tenants of a batch are in flight at once.
    int CONCURRENCY = 4;

    /// Answers an outcome for each item, by its subject's id.
    Uni<Map<String, Outcome>> handleTogether(List<Work> ofOneTenant);

    @Override
    default Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        return outcomes(batch).collect().in(HashMap::new, Map::putAll);
    }

    @Override
    default Multi<Map<Long, Outcome>> outcomes(List<Work> batch) {
        return Multi.createFrom().iterable(batch.stream().collect(Collectors.groupingBy(Work::tenant)).values())
                .onItem().transformToUni(this::settle).merge(CONCURRENCY);
    }

    /// Handles what was found of the work one tenant after the other: a row may have been given to another one since its work was enqueued.
    static <T> Uni<Map<String, Outcome>> eachTenant(List<T> found, Function<T, ?> tenant, Function<List<T>, Uni<Map<String, Outcome>>> together) {
        return Multi.createFrom().iterable(found.stream().collect(Collectors.groupingBy(tenant)).values())
                .onItem().transformToUniAndConcatenate(together::apply)
                .collect().in(HashMap::new, Map::putAll);
    }

    // One that is poisonous takes its mates along, once: what has failed before comes alone (Handlers).
    private Uni<Map<Long, Outcome>> settle(List<Work> ofOneTenant) {
        return Uni.createFrom().deferred(() -> handleTogether(ofOneTenant))
                .map(outcomes -> byId(ofOneTenant, outcomes))
                .onFailure().recoverWithItem(failure -> allOf(ofOneTenant, WorkFailure.of(failure)));
    }

    private static Map<Long, Outcome> byId(List<Work> items, Map<String, Outcome> outcomes) {
        return items.stream().filter(work -> outcomes.containsKey(work.subjectId()))
                .collect(Collectors.toMap(Work::id, work -> outcomes.get(work.subjectId())));
    }

    private static Map<Long, Outcome> allOf(List<Work> items, Outcome outcome) {
        return items.stream().collect(Collectors.toMap(Work::id, _ -> outcome));
    }
}
