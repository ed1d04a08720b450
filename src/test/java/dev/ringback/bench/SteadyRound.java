package dev.ringback.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A steady load for long: whether throughput, waits and tables stay as they were.
final class SteadyRound {

    private static final Duration TURN = Duration.ofMillis(50);
    private static final int PER_TURN = 500;
    private static final int WINDOWS = 6;
    private static final double STAYS = 0.95;
    private static final double MEGABYTE = 1 << 20;

    private final Stage stage;
    private final String section = "Ringback: %s of steady load, 10,000 items/s enqueued by trigger and done".formatted(Scale.STEADY);

    SteadyRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        stage.queue().clear();
        stage.server().settle();
        var pickups = new Pickups();
        stage.listen(pickups::hear);
        var meter = new Meter(stage.server());
        var start = meter.read();
        var doneBefore = stage.instance().handled();
        var windows = new ArrayList<Double>();
        var sizes = new ArrayList<Long>();
        for (int window = 0; window < WINDOWS; window++) {
            windows.add(load(pickups));
            sizes.add(stage.queue().bytes());
        }
        Race.until(() -> !stage.queue().hasWork());
        var cost = meter.since(start, stage.instance().handled() - doneBefore);
        report(cost, pickups.latencies(), windows, sizes);
    }

    // Turns fall where the clock says, not after a pause: one that was late is made up for. Each turn brings a probe too.
    private double load(Pickups pickups) {
        var begin = System.nanoTime();
        var turns = Scale.STEADY.dividedBy(WINDOWS).dividedBy(TURN);
        var doneBefore = stage.instance().handled();
        for (long turn = 1; turn <= turns; turn++) {
            stage.queue().fill(PER_TURN);
            pickups.committed(stage.queue().probe("one"), Probe.micros());
            LockSupport.parkNanos(begin + turn * TURN.toNanos() - System.nanoTime());
        }
        return (stage.instance().handled() - doneBefore) * 1e9 / (System.nanoTime() - begin);
    }

    private void report(Cost cost, Latencies waits, List<Double> windows, List<Long> sizes) {
        var figures = stage.figures();
        figures.cost(section, "done", cost);
        figures.add(section, "pickup p50", waits.millis(50), "ms");
        figures.add(section, "pickup p99", waits.millis(99), "ms");
        figures.add(section, "pickup, longest", waits.millis(100), "ms");
        figures.add(section, "the first sixth", windows.getFirst(), "items/s");
        figures.atLeast(section, "the last sixth, of the first", windows.getLast() / windows.getFirst(), "times", STAYS);
        figures.add(section, "the queue's tables after the first sixth", sizes.getFirst() / MEGABYTE, "MB");
        figures.add(section, "the queue's tables at the end", sizes.getLast() / MEGABYTE, "MB");
    }
}
