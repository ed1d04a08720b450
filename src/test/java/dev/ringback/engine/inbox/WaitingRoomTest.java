package dev.ringback.engine.inbox;

import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.ringback.engine.inbox.WaitingRoom.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

class WaitingRoomTest {

    private record Bounds(int group, int groupBytes, int waiting, long waitingBytes) implements IntakeConfig {}

    private final WaitingRoom room = new WaitingRoom(new Bounds(3, 100, 5, 120));

    @Test
    void a_group_is_taken_in_the_order_of_arrival_and_no_larger_than_allowed() {
        // Given
        IntStream.range(0, 5).forEach(nth -> room.enter(waiting("e" + nth, 10)));

        // When
        var group = room.nextGroup();

        // Then
        assertThat(group).extracting(waiting -> waiting.arrival.eventId()).containsExactly("e0", "e1", "e2");
        assertThat(room.nextGroup()).extracting(waiting -> waiting.arrival.eventId()).containsExactly("e3", "e4");
        assertThat(room.isEmpty()).isTrue();
    }

    @Test
    void a_group_holds_no_more_bytes_than_allowed_but_for_one_large_body() {
        // Given
        room.enter(waiting("large", 119));
        room.enter(waiting("small", 1));

        // When
        var group = room.nextGroup();

        // Then
        assertThat(group).extracting(waiting -> waiting.arrival.eventId()).containsExactly("large");
        assertThat(room.nextGroup()).hasSize(1);
    }

    @Test
    void who_comes_when_the_room_is_full_is_turned_away() {
        // Given
        IntStream.range(0, 5).forEach(nth -> room.enter(waiting("e" + nth, 1)));

        // When
        var entered = room.enter(waiting("late", 1));

        // Then
        assertThat(entered).isFalse();
    }

    @Test
    void bodies_that_are_taken_out_make_room_for_others() {
        // Given
        room.enter(waiting("first", 100));
        assertThat(room.enter(waiting("second", 21))).isFalse();

        // When
        room.nextGroup();

        // Then
        assertThat(room.enter(waiting("second", 21))).isTrue();
    }

    private static Waiting waiting(String event, int bytes) {
        return new Waiting(new Arrival("mail", event, "text/plain", new byte[bytes]), Instant.EPOCH, null);
    }
}
