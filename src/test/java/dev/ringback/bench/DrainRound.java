package dev.ringback.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// No-op items through the real dispatcher, end to end, from a ready backlog, with one and two processes.
final class DrainRound {

    static final String SECTION = "Ringback: a ready backlog of no-op items, drained";

    private static final int TIMES = 3;
    private static final double PER_SECOND = 100_000;
    private static final double CPU_MICROS = 15;
    private static final double WAL_BYTES = 450;
    private static final double OVER_GRAPHILE = 1.5;

    private final Stage stage;
    private final Figures figures;

    DrainRound(Stage stage) {
        this.stage = stage;
        this.figures = stage.figures();
    }

    void run() {
        var one = measure(1);
        var two = measure(2);
        compare(one, two);
    }

    private Cost measure(int processes) {
        var workers = stage.instances(processes);
        var items = Scale.items(100_000);
        var costs = new ArrayList<Cost>();
        var ownBefore = ownCpu(workers);
        IntStream.range(0, TIMES).forEach(_ -> costs.add(stage.drain(workers, items)));
        var own = (double) (ownCpu(workers) - ownBefore) / TIMES / items;
        var median = OthersRound.median(costs);
        report(name(items, processes), median);
        figures.add(SECTION, name(items, processes) + ": our own CPU", own, "µs/item");
        var many = Scale.items(1_000_000);
        report(name(many, processes), stage.drain(workers, many));
        return median;
    }

    private void report(String name, Cost cost) {
        figures.atLeast(SECTION, name, cost.perSecond(), "items/s", PER_SECOND);
        if (Meter.canReadProcessorTime()) {
            figures.atMost(SECTION, name + ": Postgres CPU", cost.cpuMicrosPerItem(), "µs/item", CPU_MICROS);
        }
        figures.atMost(SECTION, name + ": WAL", cost.walBytesPerItem(), "B/item", WAL_BYTES);
    }

    private void compare(Cost one, Cost two) {
        var graphile = Math.max(figures.value(OthersRound.SECTION, OthersRound.GRAPHILE),
                figures.value(OthersRound.SECTION, OthersRound.label(OthersRound.GRAPHILE, 2)));
        if (Double.isNaN(graphile)) {
            figures.notMeasured(SECTION, "times graphile-worker", "graphile-worker was not measured in this run");
        } else {
            var best = Math.max(one.perSecond(), two.perSecond());
            figures.atLeast(SECTION, "best of both over graphile-worker's best", best / graphile, "times", OVER_GRAPHILE);
        }
    }

    private static long ownCpu(List<Contestant> workers) {
        return workers.stream().mapToLong(Contestant::cpuMicros).sum();
    }

    private static String name(int backlog, int processes) {
        return "%,d, %d process%s".formatted(backlog, processes, processes == 1 ? "" : "es");
    }
}
