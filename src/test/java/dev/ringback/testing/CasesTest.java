package dev.ringback.testing;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CasesTest {

    @AfterEach
    void replay_nothing() {
        System.clearProperty("ringback.cases.seed");
    }

    @Test
    void every_case_has_its_own_numbers_and_every_run_the_same() {
        // When
        var numbers = numbers(100);

        // Then
        assertThat(numbers).doesNotHaveDuplicates().hasSize(100).isEqualTo(numbers(100));
    }

    @Test
    void a_failing_case_tells_the_seed_that_replays_it() {
        // Given
        var third = numbers(3).getLast();

        // When
        assertThatThrownBy(() -> Cases.check(10, random -> assertThat(random.nextLong()).isNotEqualTo(third)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("-Dringback.cases.seed=20260103");

        // Then
        System.setProperty("ringback.cases.seed", "20260103");
        assertThat(numbers(10)).isEqualTo(List.of(third));
    }

    private static List<Long> numbers(int count) {
        var numbers = new ArrayList<Long>();
        Cases.check(count, random -> numbers.add(random.nextLong()));
        return numbers;
    }
}
