package dev.ringback.growth.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ringback.growth.finding.Figures.Urgencies;

/// Whether this week's leads are clearly in more or in less of a hurry than last week's. Its confidence is that of the
/// one-sided z test of the two means.
final class UrgencyPattern {

    private static final int FEWEST_LEADS = 5;
    private static final double LEAST_CONFIDENCE = 0.80;
    private static final double MOST_CONFIDENCE = 0.99;
    private static final int DAYS = 7;
    private static final double MEDIUM_FROM = 1.5;
    private static final double HIGH_FROM = 2.5;

    private UrgencyPattern() {}

    static Optional<Finding> of(Figures figures) {
        var now = figures.week();
        var before = figures.lastWeek();
        if (now.leads() < FEWEST_LEADS || before.leads() < FEWEST_LEADS || now.mean() == before.mean()) {
            return Optional.empty();
        }
        var confidence = confidence(before, now);
        return confidence < LEAST_CONFIDENCE ? Optional.empty() : Optional.of(of(figures.day(), before, now, confidence));
    }

    private static Finding of(LocalDate day, Urgencies before, Urgencies now, double confidence) {
        var increases = now.mean() > before.mean();
        var type = increases ? "urgency_increasing" : "urgency_decreasing";
        var affected = increases ? now.high() : now.low();
        Map<String, Object> snapshot = Map.of("pattern_type", type, "affected_leads", affected, "time_period", "last_7_days",
                "confidence", Rounded.of(confidence),
                "recommendation", increases ? "Increase follow-up frequency" : "Give leads more time between follow-ups",
                "data_points", List.of(point(day.minusDays(DAYS), before), point(day, now)));
        var text = "Urgency is %s: %d leads of the last 7 days".formatted(increases ? "increasing" : "decreasing", affected);
        return new Finding("pattern_detected", type, snapshot, text, Rounded.of(confidence));
    }

    private static Map<String, Object> point(LocalDate date, Urgencies urgencies) {
        return Map.of("date", date.toString(), "avg_urgency", word(urgencies.mean()));
    }

    private static String word(double mean) {
        if (mean < MEDIUM_FROM) {
            return "Low";
        }
        return mean < HIGH_FROM ? "Medium" : "High";
    }

    private static double confidence(Urgencies before, Urgencies now) {
        var error = Math.sqrt(before.variance() / before.leads() + now.variance() / now.leads());
        return error == 0 ? MOST_CONFIDENCE : Math.min(MOST_CONFIDENCE, normal(Math.abs(now.mean() - before.mean()) / error));
    }

    // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17: exact to seven decimals. StrictMath, because every
    // machine must come to the same row.
    private static double normal(double z) {
        var t = 1 / (1 + 0.2316419 * z);
        var series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    }
}
