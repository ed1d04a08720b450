package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ringback.growth.finding.Figures.Open;
import dev.ringback.growth.finding.Figures.OpenLead;
import dev.ringback.growth.finding.Figures.Trials;

/// How many of the open leads will convert. What is promised is the lower end of the Wilson interval around the rate at which
/// leads used to convert within thirty days; the confidence is the part of the observed rate that this end keeps.
final class ConversionPrediction {

    private static final int FEWEST_CONVERSIONS = 20;
    private static final int MOST_LEADS = 5;

    private ConversionPrediction() {}

    /// Empty under twenty conversions.
    static Optional<Finding> of(Figures figures) {
        var all = figures.history().values().stream().reduce(Trials.NONE, Trials::plus);
        return all.conversions() < FEWEST_CONVERSIONS ? Optional.empty() : Optional.of(of(figures, all));
    }

    private static Finding of(Figures figures, Trials all) {
        var interval = WilsonInterval.of(all.conversions(), all.leads());
        var predicted = (long) Math.floor(interval.lower() * figures.open().leads());
        var confidence = Rounded.of(interval.lower() * all.leads() / all.conversions());
        Map<String, Object> snapshot = Map.of("predicted_conversions", predicted, "prediction_window", "next_30_days", "confidence", confidence,
                "high_value_leads", highValueLeads(figures, interval), "recommended_actions", actions(figures.open()),
                "based_on", "%d historical conversions".formatted(all.conversions()),
                "conversion_rate", Map.of("lower", precise(interval.lower()), "upper", precise(interval.upper())));
        return Finding.of("conversion_prediction", snapshot, "Predicted %d conversions in next 30 days".formatted(predicted), confidence);
    }

    private static List<Map<String, Object>> highValueLeads(Figures figures, WilsonInterval overall) {
        return figures.open().mostWorth().stream().map(lead -> new Worth(lead, probability(figures.history().get(lead.urgency()), overall)))
                .sorted(Comparator.comparingDouble(Worth::expected).reversed().thenComparing(worth -> worth.lead().id()))
                .limit(MOST_LEADS).map(Worth::snapshot).toList();
    }

    // Leads that began as urgently, where there were enough of them.
    private static BigDecimal probability(Trials alike, WilsonInterval overall) {
        return Rounded.of(alike == null || alike.conversions() < FEWEST_CONVERSIONS
                ? overall.lower()
                : WilsonInterval.of(alike.conversions(), alike.leads()).lower());
    }

    private record Worth(OpenLead lead, BigDecimal probability) {

        double expected() {
            return probability.doubleValue() * lead.estimatedValue().doubleValue();
        }

        Map<String, Object> snapshot() {
            return Map.of("lead_id", lead.id().toString(), "probability", probability, "estimated_value", lead.estimatedValue());
        }
    }

    private static List<String> actions(Open open) {
        var actions = new ArrayList<String>();
        if (open.followUps() > 0) {
            actions.add("Follow up with leads tagged 'Follow-Up'");
        }
        if (open.confident() > 0) {
            actions.add("Focus on high-confidence leads (>0.85)");
        }
        return List.copyOf(actions);
    }

    private static BigDecimal precise(double share) {
        return BigDecimal.valueOf(Math.round(share * 10_000), 4);
    }
}
