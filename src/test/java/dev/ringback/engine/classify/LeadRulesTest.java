package dev.ringback.engine.classify;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.classify.LeadSignals.Tone;
import dev.ringback.engine.classify.LeadSignals.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

class LeadRulesTest {

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/dev/ringback/engine/classify/lead.csv", delimiter = '|', quoteCharacter = '~', numLinesToSkip = 1)
    void a_message_tells_intent_tone_urgency_and_confidence(ArgumentsAccessor row) {
        // When
        var signals = LeadRules.read(row.getString(6), Language.valueOf(row.getString(0)));

        // Then
        assertThat(signals.intent()).as("intent in %s", signals).isEqualTo(row.getString(1));
        assertThat(signals.tone()).as("tone in %s", signals).isEqualTo(Tone.valueOf(row.getString(2)));
        assertThat(signals.urgency()).as("urgency in %s", signals).isEqualTo(Urgency.valueOf(row.getString(3)));
        assertThat(signals.confidence()).as("confidence in %s", signals).isBetween(new BigDecimal(row.getString(4)),
                new BigDecimal(row.getString(5)));
    }

    @Test
    void an_unknown_language_is_detected() {
        assertThat(LeadRules.read("Bonjour, je voudrais un devis", Language.UNKNOWN).language()).isEqualTo(Language.FR);
    }

    @Test
    void confidence_has_two_digits_and_stays_within_its_range() {
        assertThat(LeadRules.read("test", Language.EN).confidence()).isEqualTo("0.00");
        assertThat(LeadRules.read("x".repeat(50_000), Language.EN).confidence().scale()).isEqualTo(2);
    }

    @Test
    void words_are_written_as_the_database_has_them() {
        assertThat(Tone.values()).extracting(Tone::word).containsExactly("Urgent", "Formal", "Energetic", "Professional", "Friendly", "Neutral");
        assertThat(Urgency.values()).extracting(Urgency::word).containsExactly("Low", "Medium", "High");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "test ", "we offer a ", "http://", "$", "our "})
    void a_message_of_any_length_is_read_in_bounded_time(String piece) {
        var message = piece.repeat(200_000 / piece.length());
        Assertions.assertTimeout(Duration.ofSeconds(3), () -> LeadRules.read(message, Language.UNKNOWN));
    }
}
