package dev.ringback.engine.window;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A time during which something may leave.
///
/// @param until exclusive
public record Slot(Instant from, Instant until) {

    Duration length() {
        return Duration.between(from, until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    boolean adjoins(Slot later) {
        return !later.from.isAfter(until);
    }

    Slot with(Slot later) {
        return later.until.isAfter(until) ? new Slot(from, later.until) : this;
    }

    Slot notBefore(Instant t) {
        return from.isBefore(t) ? new Slot(t, until) : this;
    }

    Slot intersection(Slot other) {
        return new Slot(from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }

    /// An instant up to `jitter` after the beginning, always the same for one id and with `minSlack` left, so that what waited
    /// for an opening doesn't leave all at once.
    public Instant spread(UUID id, Duration jitter, Duration minSlack) {
        var room = length().minus(minSlack);
        var most = (room.compareTo(jitter) < 0 ? room : jitter).toMillis();
        return most <= 0 ? from : from.plusMillis(Math.floorMod(mixed(id), most + 1));
    }

    // Version 7 ids of one moment differ in few bits.
    private static long mixed(UUID id) {
        var bits = id.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ id.getLeastSignificantBits();
        return (bits ^ bits >>> 32) * 0xBF58476D1CE4E5B9L >>> 1;
    }
}
