package dev.ringback.engine.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.time.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/// Several instances, with Redis and without.
@QuarkusTest
class CircuitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final Circuit circuit = new Circuit("test:" + UUID.randomUUID());
    private final SettableClock clock = new SettableClock();

    @Inject
    ReactiveRedisDataSource redis;

    @Test
    void what_one_instance_learns_another_knows() {
        // Given
        var one = instance(redis);
        var other = instance(redis);

        // When
        IntStream.range(0, 3).forEach(nth -> failed(nth % 2 == 0 ? one : other));

        // Then
        assertThat(look(one)).isEqualTo(new Standing.Open(NOW.plusSeconds(30)));
        assertThat(look(other)).isEqualTo(new Standing.Open(NOW.plusSeconds(30)));
    }

    @Test
    void one_message_of_all_instances_tries_it() {
        // Given
        var instances = IntStream.range(0, 8).mapToObj(_ -> instance(redis)).toList();
        IntStream.range(0, 3).forEach(_ -> failed(instances.getFirst()));
        clock.set(NOW.plusSeconds(30));
        instances.forEach(this::look);

        // When
        var trials = instances.parallelStream().map(one -> one.probe(List.of(circuit)).await().atMost(Duration.ofSeconds(30))).toList();

        // Then
        assertThat(trials.stream().filter(trial -> trial.tried().contains(circuit))).hasSize(1);
        assertThat(trials.stream().filter(trial -> trial.shut().contains(circuit))).hasSize(7);
    }

    @Test
    void an_answer_closes_it_everywhere() {
        // Given
        var one = instance(redis);
        var other = instance(redis);
        IntStream.range(0, 3).forEach(_ -> failed(one));
        look(other);

        // When
        other.answered(circuit).await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(look(one)).isEqualTo(new Standing.Closed());
    }

    @Test
    void without_redis_each_instance_has_its_own() {
        // Given
        var one = instance(Breakers.gone());
        var other = instance(Breakers.gone());

        // When
        IntStream.range(0, 3).forEach(_ -> failed(one));

        // Then
        assertThat(look(one)).isEqualTo(new Standing.Open(NOW.plusSeconds(30)));
        assertThat(look(other)).isEqualTo(new Standing.Closed());
        clock.set(NOW.plusSeconds(30));
        assertThat(one.probe(List.of(circuit)).await().indefinitely().tried()).containsExactly(circuit);
        assertThat(one.probe(List.of(circuit)).await().indefinitely().tried()).isEmpty();
        one.answered(circuit).await().indefinitely();
        assertThat(look(one)).isEqualTo(new Standing.Closed());
    }

    private Circuits instance(ReactiveRedisDataSource store) {
        clock.set(NOW);
        return Breakers.with(store, clock);
    }

    private void failed(Circuits circuits) {
        circuits.failed(circuit, Instant.EPOCH).await().atMost(Duration.ofSeconds(30));
    }

    private Standing look(Circuits circuits) {
        return circuits.look(List.of(circuit)).await().atMost(Duration.ofSeconds(30)).get(circuit);
    }
}
