package dev.ringback.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// A tenant with ten items behind another's hundred thousand: when it is done, and what that costs.
final class TenantRound {

    private static final String SECTION = "Ringback: ten items behind another tenant's backlog";
    private static final int FEW = 10;
    private static final double FIRST_PERCENT = 15;
    private static final double AT_LEAST = 0.95;

    private static final int TIMES = 3;

    private final int many = Scale.items(100_000);
    private final Stage stage;

    TenantRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        var alone = new ArrayList<Cost>();
        var shared = new ArrayList<Cost>();
        var latest = 0.0;
        for (int time = 0; time < TIMES; time++) {
            alone.add(stage.drain(stage.instances(1), many));
            latest = Math.max(latest, drainBoth(shared));
        }
        stage.figures().atMost(SECTION, "done at, the latest of %d drains".formatted(TIMES), latest, "% drained", FIRST_PERCENT);
        var ratio = OthersRound.median(shared).perSecond() / OthersRound.median(alone).perSecond();
        stage.figures().atLeast(SECTION, "throughput, of one tenant's alone", ratio, "times", AT_LEAST);
    }

    // Answers what part of the backlog was drained when the last of the few was taken up, in percent.
    private double drainBoth(List<Cost> costs) {
        var before = stage.instance().handled();
        var last = new AtomicLong();
        stage.listen(line -> last.accumulateAndGet(Long.parseLong(line.split(" ")[3]), Math::max));
        stage.server().settle();
        stage.queue().fill(many, "big", Instant.now());
        IntStream.range(0, FEW).forEach(_ -> stage.queue().probe("small"));
        costs.add(stage.drained(stage.instances(1), many));
        return 100.0 * (last.get() - before) / many;
    }
}
