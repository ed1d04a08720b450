package dev.ringback.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// Tells when it was picked up, and how many others were done before. Work kind `engine.bench-probe`.
@ApplicationScoped
class Probe implements BatchHandler {

    private final NoOp others;

    Probe(NoOp others) {
        this.others = others;
    }

    @Override
    public String kind() {
        return "engine.bench-probe";
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        batch.forEach(work -> System.out.println("picked %s %d %d".formatted(work.subjectId(), micros(), others.handled())));
        return Uni.createFrom().item(batch.stream().collect(Collectors.toMap(Work::id, _ -> new Outcome.Done())));
    }

    // As the others', so that a probe among them does not make the batches smaller.
    @Override
    public int batchSize() {
        return others.batchSize();
    }

    /// Since 1970, so that two processes of a machine can compare.
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
