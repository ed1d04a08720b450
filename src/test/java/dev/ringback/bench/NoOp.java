package dev.ringback.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// Does nothing and counts. Work kind `engine.bench`.
@ApplicationScoped
class NoOp implements BatchHandler {

    private static final Outcome DONE = new Outcome.Done();

    private final LongAdder handled = new LongAdder();

    @Override
    public String kind() {
        return "engine.bench";
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        handled.add(batch.size());
        return Uni.createFrom().item(batch.stream().collect(Collectors.toMap(Work::id, _ -> DONE)));
    }

    @Override
    public int batchSize() {
        return 1000;
    }

    long handled() {
        return handled.sum();
    }
}
