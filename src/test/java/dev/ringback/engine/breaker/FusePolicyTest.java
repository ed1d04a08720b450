package dev.ringback.engine.breaker;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FusePolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final BreakerConfig CONFIG = new Config(3, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(1));

    private record Config(int failures, Duration pause, Duration longestPause, Duration probe) implements BreakerConfig {}

    @Test
    void the_third_failure_in_a_row_opens_it() {
        // Given
        var twice = failed(failed(Fuse.WHOLE, NOW), NOW);

        // When
        var thrice = failed(twice, NOW);

        // Then
        assertThat(FusePolicy.decide(twice, NOW)).isEqualTo(new Standing.Closed());
        assertThat(FusePolicy.decide(thrice, NOW)).isEqualTo(new Standing.Open(NOW.plusSeconds(30)));
        assertThat(FusePolicy.decide(thrice, NOW.plusSeconds(30))).isEqualTo(new Standing.HalfOpen());
    }

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "4, PT4M", "5, PT5M", "50, PT5M"})
    void each_pause_is_twice_as_long_as_the_one_before(int trips, Duration pause) {
        // Given
        var fuse = failed(failed(Fuse.WHOLE, NOW), NOW);
        var now = NOW;

        // When
        for (var nth = 0; nth < trips; nth++) {
            now = fuse.openUntil().isAfter(now) ? fuse.openUntil() : now;
            fuse = failed(fuse, now);
        }

        // Then
        assertThat(Duration.between(now, fuse.openUntil())).isEqualTo(pause);
    }

    @Test
    void a_provider_that_asks_to_be_left_alone_longer_is() {
        // Given
        var twice = failed(failed(Fuse.WHOLE, NOW), NOW);

        // When
        var open = FusePolicy.failed(twice, NOW.plusSeconds(900), NOW, CONFIG);

        // Then
        assertThat(open.openUntil()).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void what_had_left_before_it_opened_does_not_lengthen_the_pause() {
        // Given
        var open = failed(failed(failed(Fuse.WHOLE, NOW), NOW), NOW);

        // When
        var late = failed(open, NOW.plusSeconds(29));

        // Then
        assertThat(late).isEqualTo(open);
    }

    @Test
    void while_one_message_tries_it_the_others_wait_and_look_again() {
        // Given
        var open = failed(failed(failed(Fuse.WHOLE, NOW), NOW), NOW);
        var over = NOW.plusSeconds(30);

        // When
        var probed = FusePolicy.probed(open, over, CONFIG);

        // Then
        assertThat(FusePolicy.decide(probed, over)).isEqualTo(new Standing.Open(over.plusSeconds(10)));
        assertThat(FusePolicy.decide(probed, over.plusSeconds(55))).isEqualTo(new Standing.Open(over.plusSeconds(60)));
        assertThat(FusePolicy.decide(probed, over.plusSeconds(60))).isEqualTo(new Standing.HalfOpen());
        assertThat(FusePolicy.decide(FusePolicy.released(probed), over)).isEqualTo(new Standing.HalfOpen());
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 0, 0", "3, 1, 1772452830000, 0", "5, 7, 1772452830000, 1772452890000"})
    void it_is_read_as_it_was_written(int failures, int trips, long open, long probe) {
        // Given
        var fuse = new Fuse(failures, trips, Instant.ofEpochMilli(open), Instant.ofEpochMilli(probe));

        // When
        var read = Fuse.parse(fuse.text());

        // Then
        assertThat(read).isEqualTo(fuse);
        assertThat(Fuse.parse("")).isEqualTo(Fuse.WHOLE);
        assertThat(Fuse.parse("what is this")).isEqualTo(Fuse.WHOLE);
    }

    private static Fuse failed(Fuse fuse, Instant now) {
        return FusePolicy.failed(fuse, Instant.EPOCH, now, CONFIG);
    }
}
