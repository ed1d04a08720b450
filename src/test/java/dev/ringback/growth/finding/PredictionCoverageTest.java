package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.growth.finding.Figures.Open;
import dev.ringback.growth.finding.Figures.Trials;
import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

/// Whether predictions keep what they promise: on histories with a known rate, its interval covers the rate as often as it says.
class PredictionCoverageTest {

    private static final int RUNS = 1_000;
    private static final int MOST_CONVERSIONS = 100;
    private static final Open OPEN = new Open(10, 0, 0, List.of());

    @Test
    void the_known_rate_is_covered_in_at_least_93_of_100_histories(TestReporter reporter) {
        // Given
        var written = new AtomicInteger();
        var covered = new AtomicInteger();

        // When
        Cases.check(RUNS, random -> {
            var rate = 0.05 + 0.6 * random.nextDouble();
            ConversionPrediction.of(SampleFigures.of(history(random, rate), OPEN)).ifPresent(finding -> {
                written.incrementAndGet();
                covered.addAndGet(covers(finding, rate) ? 1 : 0);
            });
        });

        // Then
        reporter.publishEntry("prediction coverage", "%d of %d runs, %d of them predicted".formatted(covered.get(), RUNS, written.get()));
        assertThat(written.get()).isEqualTo(RUNS);
        assertThat(covered.get()).isGreaterThanOrEqualTo(93 * RUNS / 100);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0, false
            400, 0, false
            19, 19, false
            300, 19, false
            20, 20, true
            300, 20, true""")
    void under_twenty_conversions_nothing_is_predicted(long leads, long conversions, boolean predicted) {
        // When
        var finding = ConversionPrediction.of(SampleFigures.of(Map.of("High", new Trials(leads, conversions)), OPEN));

        // Then
        assertThat(finding.isPresent()).isEqualTo(predicted);
    }

    @Test
    void conversions_of_all_urgencies_count_together() {
        // When
        var finding = ConversionPrediction.of(SampleFigures.of(Map.of("High", new Trials(30, 10), "", new Trials(30, 10)), OPEN));

        // Then
        assertThat(finding.orElseThrow().snapshot()).containsEntry("based_on", "20 historical conversions");
    }

    // Leads from the latest back, as many as it takes to find the last hundred conversions, or a life's worth of them.
    private static Map<String, Trials> history(RandomGenerator random, double rate) {
        var known = 800 + random.nextInt(2_000);
        var leads = 0;
        var conversions = 0;
        while (leads < known && conversions < MOST_CONVERSIONS) {
            leads++;
            conversions += random.nextDouble() < rate ? 1 : 0;
        }
        return Map.of("Medium", new Trials(leads, conversions));
    }

    private static boolean covers(Finding finding, double rate) {
        var interval = (Map<?, ?>) finding.snapshot().get("conversion_rate");
        return ((BigDecimal) interval.get("lower")).doubleValue() <= rate && rate <= ((BigDecimal) interval.get("upper")).doubleValue();
    }
}
