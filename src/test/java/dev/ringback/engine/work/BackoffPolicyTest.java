package dev.ringback.engine.work;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffPolicyTest {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofHours(1);
    // A multiple of sixteen draws no jitter.
    private static final long PLAIN = 16;

    @ParameterizedTest
    @CsvSource({"1,PT10S", "2,PT20S", "3,PT40S", "4,PT80S", "9,PT2560S", "10,PT1H", "11,PT1H", "100,PT1H"})
    void the_wait_doubles_up_to_the_most(int attempts, Duration wait) {
        assertThat(BackoffPolicy.after(attempts, PLAIN, FIRST, MOST)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
    void work_that_never_ran_waits_as_after_its_first_attempt(int attempts) {
        assertThat(BackoffPolicy.after(attempts, PLAIN, FIRST, MOST)).isEqualTo(FIRST);
    }

    @Test
    void what_failed_together_comes_back_spread() {
        assertThat(LongStream.range(0, 16).mapToObj(id -> BackoffPolicy.after(5, id, FIRST, MOST)))
                .doesNotHaveDuplicates().isSorted().startsWith(Duration.ofSeconds(160));
    }

    @Test
    void jitter_is_the_same_at_every_replay_and_at_most_a_fifteenth() {
        Cases.check(20_000, random -> {
            // Given
            var attempts = random.nextBoolean() ? random.nextInt(40) : random.nextInt();
            var id = random.nextLong();

            // When
            var wait = BackoffPolicy.after(attempts, id, FIRST, MOST);

            // Then
            var plain = BackoffPolicy.after(attempts, PLAIN, FIRST, MOST);
            assertThat(wait).isBetween(plain, plain.plus(plain.dividedBy(15))).isEqualTo(BackoffPolicy.after(attempts, id, FIRST, MOST));
            assertThat(plain).isBetween(FIRST, MOST);
        });
    }

    @Test
    void no_number_of_attempts_overflows() {
        assertThat(BackoffPolicy.after(Integer.MAX_VALUE, Long.MIN_VALUE, Duration.ofDays(365), Duration.ofDays(36_500))).isPositive()
                .isLessThan(Duration.ofDays(40_000));
    }
}
