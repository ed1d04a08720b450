package dev.ringback.engine.breaker;

import java.time.Instant;

/// How a circuit stands. Instants that never were are the epoch.
///
/// @param failures   in a row
/// @param trips      how often in a row it was opened; none while it is closed
/// @param openUntil  the end of its pause
/// @param probeUntil until when a message that tries it is waited for
record Fuse(int failures, int trips, Instant openUntil, Instant probeUntil) {

    static final Fuse WHOLE = new Fuse(0, 0, Instant.EPOCH, Instant.EPOCH);

    boolean isWhole() {
        return failures == 0 && trips == 0;
    }

    /// As it is kept; empty where it is whole.
    String text() {
        return isWhole() ? "" : "%d %d %d %d".formatted(failures, trips, openUntil.toEpochMilli(), probeUntil.toEpochMilli());
    }

    static Fuse parse(String text) {
        if (!text.matches("(\\d{1,15} ){3}\\d{1,15}")) {
            return WHOLE;
        }
        var parts = text.split(" ");
        return new Fuse(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2])),
                Instant.ofEpochMilli(Long.parseLong(parts[3])));
    }
}
