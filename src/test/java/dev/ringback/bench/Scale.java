package dev.ringback.bench;

import java.time.Duration;
import java.util.List;

/// How much is measured: `-Dringback.bench.scale=0.1` for a tenth of the items, `-Dringback.bench.steady=PT10M` for the long form.
final class Scale {

    static final Duration STEADY = Duration.parse(System.getProperty("ringback.bench.steady", "PT30S"));
    static final Duration IDLE = Duration.parse(System.getProperty("ringback.bench.idle", "PT20S"));
    static final long DEEPEST = Long.getLong("ringback.bench.deepest", 10_000_000);

    private static final String ONLY = System.getProperty("ringback.bench.only", "");
    private static final double FACTOR = Double.parseDouble(System.getProperty("ringback.bench.scale", "1"));

    private Scale() {}

    /// `-Dringback.bench.only=Drain,Profile` measures no more than these rounds.
    static boolean includes(String round) {
        return ONLY.isEmpty() || List.of(ONLY.split(",")).contains(round);
    }

    static int items(int count) {
        return (int) Math.max(1000, count * FACTOR);
    }
}
