package dev.ringback.recruiting.objective;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelValueTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest
    @CsvSource({"2026-03-02,2026-03-02", "2028-03-01,2028-03-01", "2026-03-01,", "2028-03-02,", "2026-02-30,", "Monday,"})
    void a_date_lies_ahead(String told, String value) {
        // When
        var read = ModelValue.read(objective("date"), told, TODAY);

        // Then
        assertThat(read).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void values_are_of_the_kinds_that_the_rules_find() {
        assertThat(ModelValue.read(objective("number"), 25, TODAY)).contains(new BigDecimal("25"));
        assertThat(ModelValue.read(objective("number"), 12.5, TODAY)).contains(new BigDecimal("12.5"));
        assertThat(ModelValue.read(objective("yes_no"), true, TODAY)).contains(true);
        assertThat(ModelValue.read(objective("choice"), "van", TODAY)).contains("van");
        assertThat(ModelValue.read(objective("yes_no"), null, TODAY)).isEmpty();
    }

    @Test
    void the_schema_says_what_may_be_said() {
        assertThat(ModelValue.schema(objective("number"))).isEqualTo(Map.of("type", List.of("number", "null"), "minimum", BigDecimal.ONE));
        assertThat(ModelValue.schema(objective("choice"))).isEqualTo(Map.of("enum", Arrays.asList("van", "car", null)));
        assertThat(ModelValue.schema(objective("date"))).isEqualTo(Map.of("type", List.of("string", "null"), "format", "date"));
    }

    private static Objective objective(String type) {
        return new Objective("one", type, "Which?", true, List.of("van", "car"), BigDecimal.ONE, null, null);
    }
}
