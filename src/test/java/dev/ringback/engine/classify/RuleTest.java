package dev.ringback.engine.classify;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleTest {

    // A label that nobody asks for would be a rule that never decides.
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            lead    ; intent\\.(complaint|support|pricing|booking|partnership|information)
            lead    ; tone\\.(urgent|formal|energetic|professional|friendly)
            lead    ; urgency\\.(low|medium|high)
            lead    ; sign\\.[+-]\\d+
            opt-out ; mask
            opt-out ; doubt
            opt-out ; yes
            opt-out ; unsure
            """)
    void every_language_has_rules_of_this_label(String kind, String label) {
        assertThat(Rule.tables(kind).values()).hasSize(4).allSatisfy(rules -> assertThat(rules).anyMatch(rule -> rule.label().matches(label)));
    }

    @Test
    void a_rule_bears_a_known_label_and_an_id_that_names_its_language() {
        // Given
        var known = Pattern.compile("mask|doubt|yes|unsure|subject|text|intent\\.[a-z]+|tone\\.[a-z]+|urgency\\.(low|medium|high)|sign\\.[+-]\\d+");

        // When
        var rules = Stream.of(Rule.tables("lead"), Rule.tables("opt-out")).flatMap(tables -> tables.entrySet().stream()).toList();

        // Then
        assertThat(rules).allSatisfy(table -> assertThat(table.getValue()).allSatisfy(rule -> {
            assertThat(rule.label()).matches(known);
            assertThat(rule.id()).matches("(lead|optout)\\." + table.getKey().code() + "\\.[a-z-]+");
        }));
        assertThat(Rule.table("auto-reply")).allSatisfy(rule -> assertThat(rule.label()).matches(known));
    }

    @Test
    void a_phrase_goes_on_below_and_a_remark_may_stand_anywhere() {
        // When
        var rules = Rule.parse("x.rules", "# Remark\r\nyes | x.a | stop\r\n# remark\r\n\r\n|halt\r\nunsure | x.b | one … two\r\n");

        // Then
        assertThat(rules).extracting(Rule::id).containsExactly("x.a", "x.b");
        assertThat(rules.getFirst().in("please halt")).isTrue();
        assertThat(rules.getLast().in("one and a two")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes | x.a", "yes | x.a |", "stop"})
    void a_line_that_is_no_rule_is_refused_by_its_file_and_text(String line) {
        assertThatThrownBy(() -> Rule.parse("x.rules", "yes | x.a | stop\n" + line + "\n")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x.rules: not `label | id | phrase`: " + line);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> Rule.table("lead.tlh")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lead.tlh.rules is missing");
    }
}
