package dev.ringback.growth.finding;

import java.util.Map;

import dev.ringback.growth.finding.Figures.Window;

/// How much there is to and fro with the leads of the last thirty days, from 0 to 100: three tenths for those still active or
/// won, three for how sure the rules are of them, a quarter for those who wrote again, the rest for those who were won.
final class EngagementScore {

    private static final double OF_ACTIVE = 30;
    private static final double OF_CONFIDENCE = 30;
    private static final double OF_ANSWERED = 25;
    private static final double OF_CONVERTED = 15;
    private static final long LEAST_CHANGE = 5;

    private EngagementScore() {}

    static Finding of(Figures figures) {
        var recent = figures.recent();
        var score = score(recent);
        var trend = figures.before().total() == 0 ? Trend.STABLE : Trend.of(score(figures.before()), score, LEAST_CHANGE);
        Map<String, Object> metrics = Map.of("total_leads", recent.total(), "active_leads", recent.active(),
                "avg_confidence", recent.confidence(), "high_urgency_pct", Rounded.share(recent.high(), recent.total()),
                "conversion_rate", Rounded.share(recent.converted(), recent.total()));
        Map<String, Object> snapshot = Map.of("overall_score", score, "trend", trend.word(), "period", "last_30_days", "metrics", metrics,
                "top_sources", figures.origins().sources(), "top_industries", figures.origins().industries());
        var text = "Engagement score %d, %s, over %d leads of the last 30 days".formatted(score, trend.word(), recent.total());
        return Finding.of("engagement_score", snapshot, text, Rounded.confidence(recent.total()));
    }

    private static long score(Window window) {
        var total = (double) window.total();
        return total == 0 ? 0
                : Math.round(OF_ACTIVE * (window.active() + window.converted()) / total + OF_CONFIDENCE * window.confidence().doubleValue()
                        + OF_ANSWERED * window.answered() / total + OF_CONVERTED * window.converted() / total);
    }
}
