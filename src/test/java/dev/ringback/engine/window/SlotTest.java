package dev.ringback.engine.window;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;

class SlotTest {

    private static final Instant OPENING = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration SLACK = Duration.ofSeconds(60);

    @Test
    void a_spread_is_the_same_for_one_id_and_stays_inside_the_slot() {
        Cases.check(5_000, random -> {
            // Given
            var id = new UUID(random.nextLong(), random.nextLong());
            var slot = new Slot(OPENING, OPENING.plusSeconds(random.nextLong(60, 4_000)));

            // When
            var at = slot.spread(id, Duration.ofMinutes(30), SLACK);

            // Then
            assertThat(at).isBetween(OPENING, OPENING.plusSeconds(1_800)).isBeforeOrEqualTo(slot.until().minus(SLACK));
            assertThat(slot.spread(id, Duration.ofMinutes(30), SLACK)).isEqualTo(at);
        });
    }

    @Test
    void ids_that_follow_each_other_are_drawn_apart() {
        // Given
        var minutes = new HashSet<Long>();
        var slot = new Slot(OPENING, OPENING.plusSeconds(36_000));

        // When
        for (var last = 0; last < 1_000; last++) {
            minutes.add(Duration.between(OPENING, slot.spread(new UUID(42, last), Duration.ofMinutes(60), SLACK)).toMinutes());
        }

        // Then
        assertThat(minutes).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void without_jitter_it_is_the_opening_itself() {
        assertThat(new Slot(OPENING, OPENING.plusSeconds(600)).spread(new UUID(1, 2), Duration.ZERO, SLACK)).isEqualTo(OPENING);
    }
}
