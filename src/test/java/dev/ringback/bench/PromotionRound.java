package dev.ringback.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;

/// A backlog of scheduled items that come due at once: promoted, claimed, done.
final class PromotionRound {

    private static final String SECTION = "Ringback: 100,000 scheduled items that come due at once, promotion included";
    private static final int TIMES = 3;
    private static final int ENQUEUED_PER_SECOND_AT_LEAST = 10_000;
    private static final double PER_SECOND = 75_000;

    private final Stage stage;

    PromotionRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        var costs = new ArrayList<Cost>();
        IntStream.range(0, TIMES).forEach(_ -> costs.add(drain(1)));
        var median = OthersRound.median(costs);
        stage.figures().atLeast(SECTION, "1 process", median.perSecond(), "items/s", PER_SECOND);
        stage.figures().add(SECTION, "1 process: Postgres CPU", median.cpuMicrosPerItem(), "µs/item");
        stage.figures().add(SECTION, "1 process: WAL", median.walBytesPerItem(), "B/item");
        stage.figures().atLeast(SECTION, "2 processes", drain(2).perSecond(), "items/s", PER_SECOND);
    }

    private Cost drain(int processes) {
        var items = Scale.items(100_000);
        fillAndWait(items);
        return stage.drained(stage.instances(processes), items);
    }

    /// Makes a backlog of items that are due at the same time, and waits for that.
    void fillAndWait(int items) {
        var due = Instant.now().plus(Duration.ofSeconds(2 + items / ENQUEUED_PER_SECOND_AT_LEAST));
        stage.server().settle();
        stage.queue().fill(items, "one", due);
        stage.queue().settle();
        Race.until(() -> Instant.now().isAfter(due));
    }
}
