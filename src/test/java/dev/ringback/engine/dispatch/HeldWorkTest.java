package dev.ringback.engine.dispatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;
import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// Work that a transaction of somebody's is just changing.
@QuarkusTest
class HeldWorkTest {

    @Inject
    DispatchDue dispatch;
    @Inject
    Database database;
    @Inject
    WorkQueue queue;
    @Inject
    Rehearsal rehearsal;
    @Inject
    Clock clock;

    @Test
    void an_open_transaction_on_one_item_leaves_the_others_to_the_tick() {
        // Given
        var held = rehearsed();
        var free = rehearsed();
        database.asService(tx -> queue.enqueue(tx, held).chain(() -> queue.enqueue(tx, free))).await().indefinitely();

        // When
        database.asService(tx -> queue.enqueue(tx, held).chain(() -> dispatch.run(JobBudget.OWN))).await().indefinitely();
        var meanwhile = List.of(rehearsal.runs(held.subjectId()), rehearsal.runs(free.subjectId()));
        Api.advanceClock("PT1S");
        dispatch.run(JobBudget.OWN).await().indefinitely();

        // Then
        assertThat(meanwhile).containsExactly(0, 1);
        assertThat(rehearsal.runs(held.subjectId())).isEqualTo(1);
    }

    private NewWork rehearsed() {
        var subject = UUID.randomUUID().toString();
        return new NewWork("engine", Rehearsal.KIND, null, "rehearsal", subject, "rehearsal:" + subject, clock.instant(), Map.of(), false);
    }
}
