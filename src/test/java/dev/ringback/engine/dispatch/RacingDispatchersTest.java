package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.testing.Api;
import dev.ringback.testing.ManyConnections;

import static org.assertj.core.api.Assertions.assertThat;

/// Any number of dispatchers does each piece once.
@QuarkusTest
@TestProfile(ManyConnections.class)
class RacingDispatchersTest extends QueueStage {

    private static final int DISPATCHERS = 40;
    private static final int ITEMS = 10_000;

    @Inject
    Handlers handlers;
    @Inject
    DispatchConfig config;

    @Test
    void forty_dispatchers_do_ten_thousand_pieces_once() {
        // Given
        var ready = IntStream.range(0, ITEMS / 2).mapToObj(_ -> UUID.randomUUID().toString()).toList();
        var due = IntStream.range(0, ITEMS / 2).mapToObj(_ -> UUID.randomUUID().toString()).toList();
        enqueue("one", ready.stream(), Duration.ZERO);
        enqueue("two", due.stream(), Duration.ofMinutes(1));
        Api.advanceClock("PT1M");

        // When
        var ticks = Uni.join().all(IntStream.range(0, DISPATCHERS).mapToObj(_ -> instance().run(JobBudget.OWN)).toList()).andFailFast()
                .await().atMost(Duration.ofMinutes(2));

        // Then
        assertThat(ready).allSatisfy(subject -> assertThat(rehearsal.runs(subject)).isEqualTo(1));
        assertThat(due).allSatisfy(subject -> assertThat(rehearsal.runs(subject)).isEqualTo(1));
        assertThat(ticks.stream().mapToInt(JobReport::done).sum()).isEqualTo(ITEMS);
        assertThat(List.of(count("work"), count("waiting"), count("ready"), count("lease"))).containsOnly(0L);
    }

    // As many instances would: each with its own place in the order.
    private DispatchDue instance() {
        var worker = new Worker(database, repository, handlers, config, clock);
        var settlement = new Settlement(database, repository, worker, handlers, config, clock);
        return new DispatchDue(worker, new Dispatcher(worker, settlement, handlers, config, clock), config);
    }
}
