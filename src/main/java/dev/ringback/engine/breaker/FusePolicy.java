package dev.ringback.engine.breaker;

import java.time.Duration;
import java.time.Instant;

/// When a circuit opens, and when it is tried again.
final class FusePolicy {

    private static final int MOST_DOUBLINGS = 20;
    /// While one message tries, the others look again so soon.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private FusePolicy() {}

    static Standing decide(Fuse fuse, Instant now) {
        if (fuse.trips() == 0) {
            return new Standing.Closed();
        }
        if (fuse.openUntil().isAfter(now)) {
            return new Standing.Open(fuse.openUntil());
        }
        if (fuse.probeUntil().isAfter(now)) {
            var again = now.plus(LOOK_AGAIN);
            return new Standing.Open(again.isBefore(fuse.probeUntil()) ? again : fuse.probeUntil());
        }
        return new Standing.HalfOpen();
    }

    /// After a message's failure. What had left before it opened fails late, and says nothing new.
    ///
    /// @param askedFor when the provider wants to be asked again; the epoch where it said nothing
    static Fuse failed(Fuse fuse, Instant askedFor, Instant now, BreakerConfig config) {
        if (fuse.trips() > 0 && fuse.openUntil().isAfter(now)) {
            return fuse;
        }
        var failures = fuse.trips() > 0 ? fuse.failures() : fuse.failures() + 1;
        if (fuse.trips() == 0 && failures < config.failures()) {
            return new Fuse(failures, 0, Instant.EPOCH, Instant.EPOCH);
        }
        var trips = Math.min(fuse.trips() + 1, MOST_DOUBLINGS);
        var over = now.plus(pause(trips, config));
        return new Fuse(failures, trips, askedFor.isAfter(over) ? askedFor : over, Instant.EPOCH);
    }

    /// With one message on its way that tries it.
    static Fuse probed(Fuse fuse, Instant now, BreakerConfig config) {
        return new Fuse(fuse.failures(), fuse.trips(), fuse.openUntil(), now.plus(config.probe()));
    }

    /// That message did not leave after all.
    static Fuse released(Fuse fuse) {
        return new Fuse(fuse.failures(), fuse.trips(), fuse.openUntil(), Instant.EPOCH);
    }

    private static Duration pause(int trips, BreakerConfig config) {
        var pause = config.pause().multipliedBy(1L << trips - 1);
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }
}
