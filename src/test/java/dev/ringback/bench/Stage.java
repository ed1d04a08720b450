package dev.ringback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The queue under test with its instances, for the rounds that share them: two that work when they are told to, or one that
/// is always on.
final class Stage implements AutoCloseable {

    private static final int WARM_UP = 100_000;
    static final Map<String, String> BY_HAND = Map.of("ringback.jobs.in-process", "false", "ringback.wake-ups.enabled", "false");

    private final BenchServer server;
    private final Figures figures;
    private final RingbackQueue queue;
    private final List<Contestant> instances = new ArrayList<>();
    private volatile Consumer<String> ear = _ -> {};

    private Stage(BenchServer server, Figures figures) {
        this.server = server;
        this.figures = figures;
        this.queue = RingbackQueue.make(server);
    }

    /// Instances that drain on command.
    static Stage byHand(BenchServer server, Figures figures) {
        return new Stage(server, figures);
    }

    /// One instance as it is by default.
    static Stage alwaysOn(BenchServer server, Figures figures) {
        var stage = new Stage(server, figures);
        stage.instances.add(stage.begin(Map.of()));
        return stage;
    }

    private Contestant begin(Map<String, String> settings) {
        return Instance.start(queue.address(), settings, line -> ear.accept(line));
    }

    private void beginWarm() {
        var instance = begin(BY_HAND);
        instances.add(instance);
        drain(List.of(instance), Scale.items(WARM_UP));
    }

    BenchServer server() {
        return server;
    }

    Figures figures() {
        return figures;
    }

    RingbackQueue queue() {
        return queue;
    }

    Contestant instance() {
        return instances(1).getFirst();
    }

    /// The first so many; those that are missing are started and warmed up.
    List<Contestant> instances(int count) {
        while (instances.size() < count) {
            beginWarm();
        }
        return instances.subList(0, count);
    }

    /// Who hears what the instances tell of probes; nobody else does then.
    void listen(Consumer<String> listener) {
        ear = listener;
    }

    /// Enqueues so many ready items and has them done.
    Cost drain(List<Contestant> workers, int items) {
        server.settle();
        queue.fill(items);
        return drained(workers, items);
    }

    /// Has done what is there.
    Cost drained(List<Contestant> workers, int items) {
        queue.settle();
        return new Race(server).drain(workers, items, queue::hasWork);
    }

    void endInstances() {
        instances.forEach(Contestant::close);
        instances.clear();
    }

    @Override
    public void close() {
        endInstances();
        queue.close();
    }
}
