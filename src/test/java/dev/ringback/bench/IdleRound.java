package dev.ringback.bench;

import java.util.concurrent.locks.LockSupport;

/// What an idle instance costs Postgres.
final class IdleRound {

    private static final String SECTION = "Ringback: an idle instance";
    private static final double PERCENT = 0.5;

    private final Stage stage;

    IdleRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        if (!Meter.canReadProcessorTime()) {
            figures().notMeasured(SECTION, "Postgres CPU", "there is no /proc on this system");
            return;
        }
        var with = measure();
        stage.endInstances();
        var without = measure();
        figures().add(SECTION, "Postgres CPU with it, over %s".formatted(Scale.IDLE), with.cpuPercent(), "% of a core");
        figures().add(SECTION, "Postgres CPU without", without.cpuPercent(), "% of a core");
        figures().atMost(SECTION, "the instance's share", Math.max(0, with.cpuPercent() - without.cpuPercent()), "% of a core", PERCENT);
        figures().add(SECTION, "WAL", with.walBytes() / with.seconds(), "B/s");
    }

    // Not at once: what was before has its last effects, and the instance looks more seldom the longer there was nothing.
    private Cost measure() {
        LockSupport.parkNanos(Scale.IDLE.toNanos() / 4);
        var meter = new Meter(stage.server());
        var start = meter.read();
        LockSupport.parkNanos(Scale.IDLE.toNanos());
        return meter.since(start, 1);
    }

    private Figures figures() {
        return stage.figures();
    }
}
