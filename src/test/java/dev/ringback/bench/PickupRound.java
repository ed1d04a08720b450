package dev.ringback.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// How soon work is taken up: after a commit of the same process, by polling alone under traffic, and of others when idle.
final class PickupRound {

    private static final String SECTION = "Ringback: from commit to handler";
    private static final int PROBES = 300;
    private static final int IDLE_PROBES = 40;
    private static final Duration TRAFFIC_PAUSE = Duration.ofMillis(20);

    private final Stage stage;
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_260_101L);

    PickupRound(Stage stage) {
        this.stage = stage;
    }

    void run() {
        var warm = measure(PROBES, Duration.ofMillis(10), this::commitInside);
        stage.figures().add(SECTION, "first %d, cold: p99".formatted(warm.count()), warm.millis(99), "ms");
        var inside = measure(PROBES, Duration.ofMillis(50), this::commitInside);
        stage.figures().atMost(SECTION, "committed by the same process: p50", inside.millis(50), "ms", 2);
        stage.figures().atMost(SECTION, "committed by the same process: p99", inside.millis(99), "ms", 5);
        traffic();
        var idle = measure(IDLE_PROBES, Duration.ofMillis(1500), this::commitOutside);
        stage.figures().add(SECTION, "an idle instance, others' work: p50", idle.millis(50), "ms");
        stage.figures().atMost(SECTION, "an idle instance, others' work: p99", idle.millis(99), "ms", 300);
    }

    private void traffic() {
        var running = Thread.ofPlatform().start(() -> {
            try (var queue = stage.queue().another()) {
                while (!Thread.currentThread().isInterrupted()) {
                    queue.fill(10);
                    LockSupport.parkNanos(TRAFFIC_PAUSE.toNanos());
                }
            }
        });
        var polled = measure(PROBES, Duration.ofMillis(30), this::commitOutside);
        running.interrupt();
        stage.figures().add(SECTION, "polling alone, 500 items/s of traffic: p50", polled.millis(50), "ms");
        stage.figures().atMost(SECTION, "polling alone, 500 items/s of traffic: p99", polled.millis(99), "ms", 10);
    }

    private Latencies measure(int probes, Duration about, Supplier<Committed> commit) {
        var pickups = new Pickups();
        stage.listen(pickups::hear);
        for (int i = 0; i < probes; i++) {
            LockSupport.parkNanos((long) (about.toNanos() * (0.5 + random.nextDouble())));
            var probe = commit.get();
            pickups.committed(probe.subject, probe.micros);
            Race.until(() -> pickups.isPicked(probe.subject));
        }
        return pickups.latencies();
    }

    private record Committed(String subject, long micros) {}

    private Committed commitInside() {
        var words = stage.instance().ask("do-commit").split(" ");
        return new Committed(words[0], Long.parseLong(words[1]));
    }

    private Committed commitOutside() {
        var subject = stage.queue().probe("one");
        return new Committed(subject, Probe.micros());
    }
}
