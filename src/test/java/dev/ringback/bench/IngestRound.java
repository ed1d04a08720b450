package dev.ringback.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import dev.ringback.bench.HookLoad.Result;
import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.server.Folders;

/// Signed webhooks, durable before they are answered: the application, which also enqueues their work, and minimal handlers that store
/// a row and nothing else. One client for all, one after the other, on one server.
final class IngestRound {

    private static final String SECTION = "Signed webhooks into the inbox, 128 connections";
    private static final String SINGLE = "Fastify + pg, an insert per request";
    private static final String GROUPED = "Fastify + pg, grouped inserts";
    private static final String OURS = "Ringback, work enqueued too";
    // Each arrival has work of its own, or is one of a burst's.
    private static final String ENQUEUED = "engine.work w, jsonb_array_elements(coalesce(w.payload -> 'arrivals', '[null]')) "
            + "where w.kind like 'engine.inbox%'";
    private static final double TIMES_SINGLE = 2.5;
    private static final double TIMES_GROUPED = 1.1;
    private static final int WARM_UP = 40_000;
    private static final int EVENTS = 60_000;
    private static final int TIMES = 3;

    private final BenchServer server;
    private final Figures figures;

    IngestRound(BenchServer server, Figures figures) {
        this.server = server;
        this.figures = figures;
    }

    void run() {
        var noNode = Competitors.installNodePackages();
        if (noNode.isPresent()) {
            figures.notMeasured(SECTION, "Fastify", noNode.get());
        } else {
            other(SINGLE, "single");
            other(GROUPED, "grouped");
        }
        ours();
        var rate = figures.value(SECTION, OURS);
        figures.atLeast(SECTION, "Ringback, of an insert per request", rate / figures.value(SECTION, SINGLE), "times", TIMES_SINGLE);
        figures.atLeast(SECTION, "Ringback, of grouped inserts", rate / figures.value(SECTION, GROUPED), "times", TIMES_GROUPED);
    }

    private void other(String name, String how) {
        var database = server.database("other");
        var port = Folders.freePort(0);
        try (var node = Competitors.node("ingest", database, Integer.toString(port), how, HookLoad.SECRET)) {
            measure(name, new Target(node, port, () -> rows(database, "inbox")));
        } finally {
            server.drop("other");
        }
    }

    private void ours() {
        var port = Folders.freePort(0);
        var settings = new HashMap<>(Stage.BY_HAND);
        settings.putAll(Map.of("quarkus.http.test-port", Integer.toString(port), "ringback.hooks.mail.secrets", HookLoad.SECRET));
        try (var queue = RingbackQueue.make(server); var instance = Instance.start(queue.address(), settings, _ -> {})) {
            measure(OURS, new Target(instance, port, () -> rows(queue.address(), ENQUEUED)));
        }
    }

    /// @param stored how many events are there
    private record Target(Contestant process, int port, LongSupplier stored) {}

    /// @param own processor time of the handler for an event, in microseconds
    private record Measured(Result load, Cost postgres, double own) {}

    private void measure(String name, Target target) {
        HookLoad.run(target.port, Scale.items(WARM_UP));
        var median = IntStream.range(0, TIMES).mapToObj(_ -> once(target)).sorted(Comparator.comparingDouble(one -> one.load.perSecond())).toList()
                .get(TIMES / 2);
        figures.add(SECTION, name, median.load.perSecond(), "events/s");
        figures.add(SECTION, name + ": p50", median.load.waits().millis(50), "ms");
        figures.add(SECTION, name + ": p99", median.load.waits().millis(99), "ms");
        figures.add(SECTION, name + ": its CPU", median.own, "µs/event");
        if (Meter.canReadProcessorTime()) {
            figures.add(SECTION, name + ": Postgres CPU", median.postgres.cpuMicrosPerItem(), "µs/event");
        }
    }

    private Measured once(Target target) {
        var events = Scale.items(EVENTS);
        server.settle();
        var before = target.stored.getAsLong();
        var meter = new Meter(server);
        var cpu = target.process.cpuMicros();
        var start = meter.read();
        var load = HookLoad.run(target.port, events);
        var postgres = meter.since(start, events);
        if (target.stored.getAsLong() - before != events) {
            throw new IllegalStateException("%d of %d events are there".formatted(target.stored.getAsLong() - before, events));
        }
        return new Measured(load, postgres, (double) (target.process.cpuMicros() - cpu) / events);
    }

    private long rows(DatabaseAddress database, String tables) {
        try (var session = server.open(database)) {
            return session.query("select count(*) from " + tables).getFirst().getLong(0);
        }
    }
}
