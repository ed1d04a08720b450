package dev.ringback.bench;

/// What it took to do so many items.
record Cost(long items, long nanos, long cpuMicros, long walBytes) {

    private static final double NANOS = 1e9;

    double seconds() {
        return nanos / NANOS;
    }

    double perSecond() {
        return items / seconds();
    }

    /// Of Postgres alone.
    double cpuMicrosPerItem() {
        return (double) cpuMicros / items;
    }

    double walBytesPerItem() {
        return (double) walBytes / items;
    }

    /// Of one core, in percent.
    double cpuPercent() {
        return 100.0 * cpuMicros * 1000 / nanos;
    }
}
