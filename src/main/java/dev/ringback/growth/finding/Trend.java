package dev.ringback.growth.finding;

/// Where a figure goes.
enum Trend {
    INCREASING,
    STABLE,
    DECREASING;

    /// @param least a smaller difference is none
    static Trend of(long before, long now, long least) {
        if (Math.abs(now - before) < least) {
            return STABLE;
        }
        return now > before ? INCREASING : DECREASING;
    }

    String word() {
        return switch (this) {
            case INCREASING -> "increasing";
            case STABLE -> "stable";
            case DECREASING -> "decreasing";
        };
    }
}
