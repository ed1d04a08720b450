package dev.ringback.crash;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A witness who kills nobody, remembers who came by where, and stops a process there if it is told to.
final class Sightings implements Witness {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private record Sighting(App app, KillPoint point) {}

    // Guarded by this.
    private final Map<Sighting, Integer> counts = new HashMap<>();

    // Guarded by this; the last one only.
    private Trap trap = new Trap(null, null, new CountDownLatch(0), new CountDownLatch(0));

    /// Where a process is to stand still.
    record Trap(App app, KillPoint point, CountDownLatch caught, CountDownLatch released) {

        /// Thaws it.
        void release() {
            app.thaw();
            released.countDown();
        }
    }

    @Override
    public boolean reached(App app, Set<KillPoint> points) {
        var set = seen(app, points);
        if (set.app() == app && points.contains(set.point()) && set.caught().getCount() > 0) {
            app.freeze();
            set.caught().countDown();
            await(set.released());
        }
        return false;
    }

    /// The process stops there the next time that it comes by, and what it was about to say is held back until it is released.
    synchronized Trap freezeAt(App app, KillPoint point) {
        trap = new Trap(app, point, new CountDownLatch(1), new CountDownLatch(1));
        return trap;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private synchronized Trap seen(App app, Set<KillPoint> points) {
        points.forEach(point -> counts.merge(new Sighting(app, point), 1, Integer::sum));
        notifyAll();
        return trap;
    }

    synchronized int count(App app, KillPoint point) {
        return counts.getOrDefault(new Sighting(app, point), 0);
    }

    /// Waits until the process has come by there more than so many times.
    synchronized void awaitMore(App app, KillPoint point, int known) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (count(app, point) <= known) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
                if (System.nanoTime() > end) {
                    throw new AssertionError("%s did not come by %s".formatted(app, point));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
