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
            stage.figures().notMeasured(SECTION, "Postgres CPU", "there is no /proc on this system");
            return;
        }
        LockSupport.parkNanos(Scale.IDLE.toNanos() / 4);
        var meter = new Meter(stage.server());
        var start = meter.read();
        LockSupport.parkNanos(Scale.IDLE.toNanos());
        var cost = meter.since(start, 1);
        stage.figures().atMost(SECTION, "Postgres CPU over %s".formatted(Scale.IDLE), cost.cpuPercent(), "% of a core", PERCENT);
        stage.figures().add(SECTION, "WAL", cost.walBytes() / cost.seconds(), "B/s");
    }
}
