package dev.ringback.bench;

import java.time.Duration;
import java.util.stream.IntStream;

/// How fast rows are written whose trigger enqueues their work, by rows per statement; each statement is a commit.
final class EnqueueRound {

    private static final String SECTION = "Ringback: rows whose trigger enqueues work";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);
    private static final int[] ROWS = {1, 100, 10_000};

    private final Stage stage;

    EnqueueRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        IntStream.of(ROWS).forEach(this::measure);
        stage.queue().clear();
    }

    private void measure(int rows) {
        stage.queue().clear();
        stage.server().settle();
        var meter = new Meter(stage.server());
        var start = meter.read();
        var items = 0L;
        while (System.nanoTime() - start.nanos() < LONG_ENOUGH.toNanos()) {
            stage.queue().fill(rows);
            items += rows;
        }
        stage.figures().cost(SECTION, "%,d a statement".formatted(rows), meter.since(start, items));
    }
}
