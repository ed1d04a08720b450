package dev.ringback.engine.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// A handler that does what a test tells it to, and counts. Work kind `engine.rehearsal`.
@ApplicationScoped
class Rehearsal implements WorkHandler {

    static final String KIND = "engine.rehearsal";

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final Map<String, Supplier<Uni<Outcome>>> plays = new ConcurrentHashMap<>();
    private final Set<String> deaf = ConcurrentHashMap.newKeySet();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        runs.computeIfAbsent(work.subjectId(), _ -> new AtomicInteger()).incrementAndGet();
        return plays.getOrDefault(work.subjectId(), () -> Uni.createFrom().item(new Outcome.Done())).get();
    }

    @Override
    public Uni<Void> buried(Tx tx, List<Work> dead) {
        return dead.stream().map(Work::subjectId).anyMatch(deaf::contains)
                ? Uni.createFrom().failure(new IllegalStateException("deaf"))
                : Uni.createFrom().voidItem();
    }

    /// Breaks when it hears of the subject's dead letter.
    void cannotHearOf(String subject) {
        deaf.add(subject);
    }

    void play(String subject, Supplier<Uni<Outcome>> outcome) {
        plays.put(subject, outcome);
    }

    int runs(String subject) {
        return runs.getOrDefault(subject, new AtomicInteger()).get();
    }
}
