package dev.ringback.growth.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that a day's figures say.
public final class Findings {

    private Findings() {}

    public static List<Finding> of(Figures figures) {
        return Stream.of(Optional.of(EngagementScore.of(figures)), Optional.of(UrgencyTrend.of(figures)), ToneDistribution.of(figures),
                UrgencyPattern.of(figures), ConversionPrediction.of(figures)).flatMap(Optional::stream).toList();
    }
}
