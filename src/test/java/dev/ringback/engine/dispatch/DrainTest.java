package dev.ringback.engine.dispatch;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/// A tick may end only when nothing is in flight that could make new work.
class DrainTest {

    private Drain drain;

    @BeforeEach
    void a_tick() {
        var config = new SmallRyeConfigBuilder().withMapping(DispatchConfig.class).withConverter(Duration.class, 200, new DurationConverter()).build()
                .getConfigMapping(DispatchConfig.class);
        drain = new Drain(config, Duration.ofMinutes(1), Integer.MAX_VALUE, () -> false);
    }

    @Test
    void is_not_idle_while_a_promotion_holds_what_another_therefore_does_not_find() {
        // Given
        drain.promoting();

        // When
        drain.promoted(0);

        // Then
        assertThat(drain.isIdle()).isFalse();
    }

    @Test
    void is_idle_when_the_promotion_has_ended() {
        // Given
        drain.promoting();
        drain.promoted(0);

        // When
        drain.promotionEnded();

        // Then
        assertThat(drain.isIdle()).isTrue();
    }

    @Test
    void begins_no_second_promotion_beside_the_first() {
        // When
        drain.promoting();

        // Then
        assertThat(drain.promotionIsDue()).isFalse();
    }
}
