package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.json.JsonObject;

import dev.ringback.growth.finding.Figures.Open;
import dev.ringback.growth.finding.Figures.OpenLead;
import dev.ringback.growth.finding.Figures.Trials;
import dev.ringback.growth.finding.Figures.Urgencies;
import dev.ringback.growth.finding.Figures.Window;
import dev.ringback.testing.Cases;
import dev.ringback.testing.Schemas;

import static org.assertj.core.api.Assertions.assertThat;

/// What a day's figures say, in the forms that the schemas tell.
class FindingsTest {

    @Test
    void every_snapshot_has_the_form_of_its_type() {
        Cases.check(500, random -> {
            // Given
            var figures = SampleFigures.random(random);

            // When
            var findings = Findings.of(figures);

            // Then
            assertThat(findings).allSatisfy(finding -> assertThat(Schemas.violations(finding.eventType(), json(finding))).isEmpty());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conversion            | {"lead_id": "6f1c2f0e-58f5-4c3e-9d0a-5b7c1f2e3d4a", "lead_name": "Ada", "days_to_convert": "soon"}
            reversion             | {"reason": "by accident", "previous_tag": "Active"}
            pattern_detected      | {"pattern_type": "moon_rising"}
            engagement_score      | {"overall_score": 101}
            urgency_trend         | {"high_urgency_pct": 0.345, "trend": "stable"}
            tone_distribution     | {"professional": 1.2}
            conversion_prediction | {"predicted_conversions": -1}""")
    void another_form_is_refused(String eventType, String snapshot) {
        // When
        var violations = Schemas.violations(eventType, snapshot);

        // Then
        assertThat(violations).isNotEmpty();
    }

    @Test
    void engagement_is_weighed_from_activity_confidence_answers_and_conversions() {
        // Given
        var recent = new Window(10, 6, 2, 4, 5, new BigDecimal("0.50"));
        var before = new Window(10, 2, 0, 0, 5, new BigDecimal("0.50"));

        // When
        var snapshot = EngagementScore.of(SampleFigures.of(recent, before)).snapshot();

        // Then: 30 × 0.8 + 30 × 0.5 + 25 × 0.4 + 15 × 0.2
        assertThat(snapshot).containsEntry("overall_score", 52L).containsEntry("trend", "increasing");
        assertThat(snapshot.get("metrics")).isEqualTo(Map.of("total_leads", 10L, "active_leads", 6L, "avg_confidence", new BigDecimal("0.50"),
                "high_urgency_pct", new BigDecimal("0.50"), "conversion_rate", new BigDecimal("0.20")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            20, 10, 20, 10, stable
            20, 11, 20, 10, increasing
            20,  9, 20, 10, decreasing
            21, 11, 20, 10, stable
            20, 20,  0,  0, stable""")
    void urgency_moves_from_five_hundredths_on(long leads, long high, long leadsBefore, long highBefore, String trend) {
        // When
        var finding = UrgencyTrend.of(SampleFigures.of(SampleFigures.window(leads, high), SampleFigures.window(leadsBefore, highBefore)));

        // Then
        assertThat(finding.snapshot()).containsEntry("trend", trend);
    }

    @Test
    void tones_make_one_together() {
        // When
        var shares = ToneDistribution.of(SampleFigures.of(Map.of("Friendly", 1L, "Formal", 1L, "Urgent", 1L))).orElseThrow().snapshot();

        // Then
        assertThat(shares.values().stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("1");
        assertThat(shares).containsEntry("friendly", new BigDecimal("0.34")).containsEntry("formal", new BigDecimal("0.33"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            LLLLL, HHHHH, urgency_decreasing
            HHHHH, LLLLL, urgency_increasing
            HHHHH, LLLL, -
            LLMMHH, LLMMHH, -
            LLMMMHHH, LLLMMMHH, -""")
    void a_pattern_is_told_when_it_is_clear(String week, String lastWeek, String pattern) {
        // When
        var finding = UrgencyPattern.of(SampleFigures.of(urgencies(week), urgencies(lastWeek)));

        // Then
        assertThat(finding.map(Finding::pattern).orElse(null)).isEqualTo(pattern);
    }

    @Test
    void leads_of_known_worth_are_ranked_by_what_may_be_expected_of_them() {
        // Given
        var sure = new OpenLead(new UUID(0, 1), "High", new BigDecimal("1000.00"));
        var dear = new OpenLead(new UUID(0, 2), "Low", new BigDecimal("1500.00"));

        // When
        var finding = ConversionPrediction.of(SampleFigures.of(Map.of("High", new Trials(40, 30), "Low", new Trials(100, 20)),
                new Open(10, 1, 0, List.of(dear, sure)))).orElseThrow();

        // Then
        assertThat(finding.snapshot()).containsEntry("predicted_conversions", 2L).containsEntry("based_on", "50 historical conversions")
                .containsEntry("recommended_actions", List.of("Follow up with leads tagged 'Follow-Up'"));
        assertThat(finding.snapshot().get("high_value_leads")).isEqualTo(List.of(
                Map.of("lead_id", sure.id().toString(), "probability", new BigDecimal("0.60"), "estimated_value", sure.estimatedValue()),
                Map.of("lead_id", dear.id().toString(), "probability", new BigDecimal("0.13"), "estimated_value", dear.estimatedValue())));
    }

    private static Urgencies urgencies(String letters) {
        return SampleFigures.urgencies(count(letters, 'L'), count(letters, 'M'), count(letters, 'H'));
    }

    private static long count(String letters, char letter) {
        return letters.chars().filter(one -> one == letter).count();
    }

    private static String json(Finding finding) {
        return new JsonObject(finding.snapshot()).encode();
    }
}
