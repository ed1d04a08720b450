package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.work.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/// A slow item holds up nobody.
@QuarkusTest
class SlowItemTest extends QueueStage {

    @Test
    void the_quick_ones_of_its_batch_are_settled_before_it() {
        // Given
        var answer = new CompletableFuture<Outcome>();
        var slow = enqueue(Duration.ZERO);
        IntStream.range(0, 20).forEach(_ -> enqueue(Duration.ZERO));
        rehearsal.play(slow, () -> Uni.createFrom().completionStage(answer));

        // When
        var tick = dispatch.run(JobBudget.OWN).subscribeAsCompletionStage();
        eventually(() -> count("work") == 1);

        // Then
        assertThat(sql.query("select cardinality(work_ids) from engine.lease").getFirst().getInteger(0)).isEqualTo(1);
        answer.complete(new Outcome.Done());
        assertThat(tick.join().done()).isEqualTo(21);
        assertThat(List.of(count("work"), count("lease"))).containsOnly(0L);
    }

    @Test
    void what_comes_later_is_worked_meanwhile() {
        // Given
        var answer = new CompletableFuture<Outcome>();
        var slow = IntStream.range(0, 3).mapToObj(_ -> enqueue(Duration.ZERO)).toList();
        slow.forEach(subject -> rehearsal.play(subject, () -> Uni.createFrom().completionStage(answer)));
        var tick = dispatch.run(JobBudget.OWN).subscribeAsCompletionStage();
        eventually(() -> rehearsal.runs(slow.getLast()) == 1);

        // When
        var quick = enqueue(Duration.ZERO);

        // Then
        eventually(() -> rehearsal.runs(quick) == 1);
        answer.complete(new Outcome.Done());
        assertThat(tick.join().done()).isEqualTo(4);
    }
}
