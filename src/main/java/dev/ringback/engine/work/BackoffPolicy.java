package dev.ringback.engine.work;

import java.time.Duration;

/// How long failed work waits for its next attempt.
public final class BackoffPolicy {

    private static final int LARGEST_POWER = 20;
    private static final int JITTER_STEPS = 16;

    private BackoffPolicy() {}

    /// Doubles from `first` up to `most`, plus up to a fifteenth more by the work id: deterministic, so that a replay is
    /// the same, and spread, so that what failed together does not come back together.
    public static Duration after(int attempts, long workId, Duration first, Duration most) {
        var power = Math.clamp(attempts - 1L, 0, LARGEST_POWER);
        var doubled = first.multipliedBy(1L << power);
        var capped = doubled.compareTo(most) > 0 ? most : doubled;
        return capped.plus(capped.dividedBy(JITTER_STEPS).multipliedBy(Math.floorMod(workId, JITTER_STEPS)).dividedBy(JITTER_STEPS));
    }
}
