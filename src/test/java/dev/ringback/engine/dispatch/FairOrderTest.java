package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.work.Work;
import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// One tenant's thousands don't starve another's ten.
@QuarkusTest
class FairOrderTest extends QueueStage {

    @Test
    void ten_items_behind_ten_thousand_are_among_the_first() {
        // Given
        enqueue("big", subjects(10_000), Duration.ZERO);
        enqueue("small", subjects(10), Duration.ZERO);

        // When
        var first = claim(30, ANYWHERE, 100).items();

        // Then
        assertThat(first).filteredOn(work -> "small".equals(work.tenant())).hasSize(10);
    }

    @Test
    void what_comes_due_together_is_ordered_too() {
        // Given
        enqueue("big", subjects(500), Duration.ofMinutes(1));
        enqueue("small", subjects(10), Duration.ofMinutes(2));
        Api.advanceClock("PT2M");

        // When
        promote();

        // Then
        assertThat(claim(30, ANYWHERE, 50).items()).filteredOn(work -> "small".equals(work.tenant())).hasSize(10);
    }

    @Test
    void who_comes_later_does_not_pass_what_was_served_meanwhile() {
        // Given
        enqueue("big", subjects(1000), Duration.ZERO);
        claim(30, ANYWHERE, 500);
        claim(30, ANYWHERE, 100);

        // When
        enqueue("late", subjects(100), Duration.ZERO);

        // Then
        assertThat(claim(30, ANYWHERE, 150).items()).extracting(Work::tenant).contains("big", "late");
    }

    @Test
    void an_open_transaction_of_a_tenant_stops_nobody() {
        // Given
        enqueue("big", subjects(100), Duration.ZERO);
        var held = subjects(100).toList();
        var free = subjects(100).toList();

        // When
        sql.asOwner(session -> {
            session.query("select from engine.tenant_time where tenant = engine.tenant_number('big') for update");
            enqueue("big", free.stream(), Duration.ZERO);
            return session.query("select engine.enqueue('engine', $1, 'new', null, null, $2, '2026-03-02T15:00:00Z')", Rehearsal.KIND,
                    held.getFirst());
        });

        // Then
        assertThat(count("ready")).isEqualTo(201);
    }

    private static Stream<String> subjects(int count) {
        return IntStream.range(0, count).mapToObj(_ -> UUID.randomUUID().toString());
    }
}
