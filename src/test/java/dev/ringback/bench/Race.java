package dev.ringback.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// One drain, from the start signal until every item is done and committed.
final class Race {

    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Meter meter;

    Race(BenchServer server) {
        this.meter = new Meter(server);
    }

    /// @param left whether the queue still has something; asked only when the contestants say that all is done
    Cost drain(List<Contestant> contestants, long items, BooleanSupplier left) {
        var goal = contestants.stream().mapToLong(Contestant::handled).sum() + items;
        var start = meter.read();
        contestants.forEach(contestant -> contestant.send("start"));
        until(() -> contestants.stream().mapToLong(Contestant::handled).sum() >= goal);
        contestants.forEach(contestant -> contestant.await("start"));
        until(() -> !left.getAsBoolean());
        var cost = meter.since(start, items);
        contestants.forEach(contestant -> contestant.ask("stop"));
        return cost;
    }

    /// Looks every two milliseconds.
    static void until(BooleanSupplier reached) {
        until(reached, PAUSE);
    }

    /// @param pause longer where a look costs the database something
    static void until(BooleanSupplier reached, Duration pause) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not done within " + LONGEST);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
