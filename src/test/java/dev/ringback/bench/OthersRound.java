package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.ringback.local.database.DatabaseAddress;

/// The other queues, each with the settings that its own documentation names for throughput.
final class OthersRound {

    static final String SECTION = "Other queues, same server";
    static final String GRAPHILE = "graphile-worker 0.18, local queue of 500, batched completion";

    private static final int WARM_UP = 20_000;
    private static final int TIMES = 3;
    private static final int CLIENTS = 4;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final BenchServer server;
    private final Figures figures;

    OthersRound(BenchServer server, Figures figures) {
        this.server = server;
        this.figures = figures;
    }

    void run() {
        var noNode = Competitors.installNodePackages();
        noNode.ifPresentOrElse(why -> figures.notMeasured(SECTION, "graphile-worker, pg-boss", why), this::runNode);
        runJava();
        runPgbench();
    }

    private void runNode() {
        measure(GRAPHILE, 1, Scale.items(100_000), database -> Competitors.node("graphile-worker", database));
        measure(GRAPHILE, 2, Scale.items(100_000), database -> Competitors.node("graphile-worker", database));
        measure("pg-boss 12, batches of 1000", 1, Scale.items(100_000), database -> Competitors.node("pg-boss", database));
    }

    private void runJava() {
        if (!Competitors.hasJars()) {
            figures.notMeasured(SECTION, "db-scheduler", "its jars are not in target/bench/lib: run by ./mvnw -Pbench verify");
            return;
        }
        measure("db-scheduler 16, lock and fetch", 1, Scale.items(20_000), Competitors::dbScheduler);
    }

    /// One way to start a contestant.
    private interface Start {
        Contestant at(DatabaseAddress database);
    }

    private void measure(String name, int processes, int items, Start start) {
        attempt(name, () -> {
            var database = server.database("other");
            var contestants = new ArrayList<Contestant>();
            try {
                IntStream.range(0, processes).forEach(_ -> contestants.add(start.at(database)));
                drain(database, contestants, processes * WARM_UP);
                var costs = IntStream.range(0, TIMES).mapToObj(_ -> drain(database, contestants, items)).toList();
                figures.cost(SECTION, label(name, processes), median(costs));
            } finally {
                contestants.forEach(Contestant::close);
                server.drop("other");
            }
            return name;
        });
    }

    static String label(String name, int processes) {
        return processes == 1 ? name : name + ", %d processes".formatted(processes);
    }

    static Cost median(List<Cost> costs) {
        return costs.stream().sorted(Comparator.comparingDouble(Cost::perSecond)).toList().get(costs.size() / 2);
    }

    private Cost drain(DatabaseAddress database, List<Contestant> contestants, int items) {
        server.settle();
        contestants.getFirst().ask("fill " + items);
        server.vacuum(database);
        return new Race(server).drain(contestants, items, () -> !contestants.getFirst().ask("left").equals("0"));
    }

    private void runPgbench() {
        if (!Competitors.hasPgbench()) {
            figures.notMeasured(SECTION, "pgbench", "it is not on the PATH (Debian: package postgresql)");
            return;
        }
        List.of(100, 1000).forEach(batch -> attempt("pgbench", () -> leaseAndDelete(batch)));
    }

    private Cost leaseAndDelete(int batch) {
        var database = server.database("other");
        try (var session = server.open(database)) {
            session.run(read("lease-and-delete-schema.sql"));
            var transactions = Scale.items(200_000) / batch / CLIENTS;
            var items = (long) transactions * batch * CLIENTS;
            server.settle();
            session.query("insert into item (payload) select '{}' from generate_series(1, $1)", items);
            server.vacuum(database);
            var meter = new Meter(server);
            var start = meter.read();
            var output = Competitors.pgbench(database, batch, CLIENTS, transactions);
            var cost = meter.since(start, items);
            var tps = TPS.matcher(output);
            var nanos = tps.find() ? (long) (transactions * CLIENTS / Double.parseDouble(tps.group(1)) * 1e9) : cost.nanos();
            var exact = new Cost(items, nanos, cost.cpuMicros(), cost.walBytes());
            figures.cost(SECTION, "bare SQL that leases and deletes, pgbench, batches of " + batch, exact);
            return exact;
        } finally {
            server.drop("other");
        }
    }

    private void attempt(String name, Supplier<?> measurement) {
        try {
            measurement.get();
        } catch (RuntimeException failure) {
            figures.notMeasured(SECTION, name, failure.toString());
        }
    }

    private static String read(String script) {
        try {
            return Files.readString(Competitors.SCRIPTS.resolve(script));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
