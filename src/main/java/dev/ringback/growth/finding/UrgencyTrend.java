package dev.ringback.growth.finding;

import java.util.Map;

import dev.ringback.growth.finding.Figures.Window;

/// How many of the last thirty days' leads are in a hurry, compared with the thirty days before.
final class UrgencyTrend {

    private static final long LEAST_CHANGE = 5;

    private UrgencyTrend() {}

    static Finding of(Figures figures) {
        var recent = figures.recent();
        var share = Rounded.share(recent.high(), recent.total());
        var trend = figures.before().total() == 0 ? Trend.STABLE : Trend.of(hundredths(figures.before()), hundredths(recent), LEAST_CHANGE);
        Map<String, Object> snapshot = Map.of("high_urgency_pct", share, "trend", trend.word());
        var text = "%d of %d leads of the last 30 days are urgent, %s".formatted(recent.high(), recent.total(), trend.word());
        return Finding.of("urgency_trend", snapshot, text, Rounded.confidence(recent.total()));
    }

    // As they are shown, so that what is told of two shares is what one sees.
    private static long hundredths(Window window) {
        return Rounded.share(window.high(), window.total()).movePointRight(2).longValueExact();
    }
}
