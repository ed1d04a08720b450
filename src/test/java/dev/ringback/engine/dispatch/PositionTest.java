package dev.ringback.engine.dispatch;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PositionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Position position = new Position();

    @Test
    void the_first_looks_are_full() {
        assertThat(position.fullLookIsDue()).isTrue();
        assertThat(position.since(NOON)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_was_taken_is_not_looked_at_again() {
        // When
        position.lookedEverywhere();
        position.claimed(500);
        position.claimed(400);
        position.promoted(Instant.EPOCH, NOON);

        // Then
        assertThat(position.fullLookIsDue()).isFalse();
        assertThat(position.lowest()).isEqualTo(500);
        assertThat(position.since(NOON)).isEqualTo(NOON);
    }

    @Test
    void a_clock_that_was_set_back_begins_anew() {
        // Given
        position.promoted(Instant.EPOCH, NOON);

        // When // Then
        assertThat(position.since(NOON.minusSeconds(1))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_tick_looks_everywhere() {
        // Given
        position.lookedEverywhere();
        position.promoted(Instant.EPOCH, NOON);

        // When
        position.forget();

        // Then
        assertThat(position.fullLookIsDue()).isTrue();
        assertThat(position.since(NOON)).isEqualTo(Instant.EPOCH);
    }
}
