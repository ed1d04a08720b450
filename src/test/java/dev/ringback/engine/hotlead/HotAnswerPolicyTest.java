package dev.ringback.engine.hotlead;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadSignals;

import static org.assertj.core.api.Assertions.assertThat;

class HotAnswerPolicyTest {

    @ParameterizedTest
    @CsvSource({"pricing, LOW, 0.80, true", "booking, MEDIUM, 0.95, true", "pricing, LOW, 0.79, false", "booking, HIGH, 0.50, true",
            "information, HIGH, 0.90, false", "complaint, HIGH, 0.90, false", "other, LOW, 0.30, false"})
    void an_answer_is_hot(String intent, LeadSignals.Urgency urgency, BigDecimal confidence, boolean hot) {
        // Given
        var read = new LeadSignals(Language.EN, intent, LeadSignals.Tone.NEUTRAL, urgency, confidence, List.of());

        // When
        var is = HotAnswerPolicy.isHot(read);

        // Then
        assertThat(is).isEqualTo(hot);
    }
}
