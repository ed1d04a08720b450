package dev.ringback.bench;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// A tenant with ten items behind another's hundred thousand: when it is done, and what that costs.
final class TenantRound {

    private static final String SECTION = "Ringback: ten items behind another tenant's backlog";
    private static final int FEW = 10;
    private static final double FIRST_PERCENT = 15;
    private static final double AT_LEAST = 0.95;

    private final Stage stage;

    TenantRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        var many = Scale.items(100_000);
        var alone = stage.drain(stage.instances(1), many);
        var before = stage.instance().handled();
        var last = new AtomicLong();
        stage.listen(line -> last.accumulateAndGet(Long.parseLong(line.split(" ")[3]), Math::max));
        stage.server().settle();
        stage.queue().fill(many, "big", Instant.now());
        IntStream.range(0, FEW).forEach(_ -> stage.queue().probe("small"));
        var shared = stage.drained(stage.instances(1), many);
        stage.figures().atMost(SECTION, "done at", 100.0 * (last.get() - before) / many, "% drained", FIRST_PERCENT);
        stage.figures().atLeast(SECTION, "throughput, of one tenant's alone", shared.perSecond() / alone.perSecond(), "times", AT_LEAST);
    }
}
