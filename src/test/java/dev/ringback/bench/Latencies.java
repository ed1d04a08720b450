package dev.ringback.bench;

import java.util.Collection;

/// Waits of many items, in microseconds.
record Latencies(long[] sorted) {

    private static final double MICROS_PER_MILLI = 1000;

    static Latencies of(Collection<Long> micros) {
        return new Latencies(micros.stream().mapToLong(micro -> micro).sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /// The wait that `percent` of the items do not exceed, in milliseconds.
    double millis(double percent) {
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1] / MICROS_PER_MILLI;
    }
}
