package dev.ringback.engine.time;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BellTest {

    private final Bell bell = new Bell();

    @Test
    void whoever_waits_is_woken() {
        // Given
        var waiting = bell.await(Duration.ofMinutes(1)).subscribeAsCompletionStage();

        // When
        bell.ring();

        // Then
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void many_rings_before_the_wait_are_one() {
        // When
        bell.ring();
        bell.ring();

        // Then
        assertThat(bell.await(Duration.ofMinutes(1)).await().indefinitely()).isTrue();
        assertThat(bell.await(Duration.ZERO).await().indefinitely()).isFalse();
    }

    @Test
    void a_wait_ends_by_itself() {
        assertThat(bell.await(Duration.ofNanos(1)).await().indefinitely()).isFalse();
    }
}
