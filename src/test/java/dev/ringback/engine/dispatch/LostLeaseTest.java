package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.dispatch.DispatchRepository.Holder;
import dev.ringback.engine.dispatch.DispatchRepository.Stretch;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.testing.Api;

import static org.assertj.core.api.Assertions.assertThat;

/// Whoever lost the lease changes nothing; what outlives its lease again and again ends alone.
@QuarkusTest
class LostLeaseTest extends QueueStage {

    private static final Stretch ALONE = new Stretch(Long.MIN_VALUE, -1);

    static Stream<Outcome> outcomes() {
        return Stream.of(new Outcome.Done(), new Outcome.Cancelled("too late"), new Outcome.Failed("too late"),
                new Outcome.Snoozed(Instant.parse("2026-03-02T18:00:00Z"), "too late"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void after_another_took_over_a_late_outcome_changes_nothing(Outcome outcome) {
        // Given
        enqueue(Duration.ZERO);
        var late = claim(0);
        sweep();
        var next = claim(30);
        var before = row();

        // When
        var held = complete(late, outcome);

        // Then
        assertThat(held).isFalse();
        assertThat(heartbeat(late)).isZero();
        assertThat(row()).isEqualTo(before);
        assertThat(heartbeat(next)).isOne();
        assertThat(complete(next, new Outcome.Done())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void after_another_failed_a_late_outcome_does_not_take_the_retry_away(Outcome outcome) {
        // Given
        enqueue(Duration.ZERO);
        var late = claim(0);
        sweep();
        complete(claim(30), new Outcome.Failed("broken world"));
        var before = row();

        // When
        var held = complete(late, outcome);

        // Then
        assertThat(held).isFalse();
        assertThat(row()).isEqualTo(before);
        assertThat(count("waiting")).isOne();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void a_part_that_is_completed_twice_leaves_what_another_holds_by_now(Outcome outcome) {
        // Given
        enqueue(Duration.ZERO);
        enqueue(Duration.ZERO);
        var batch = claim(30);
        var part = List.of(batch.items().getFirst());
        var left = List.of(batch.items().getLast().id());
        complete(batch, part, new Outcome.Snoozed(clock.instant(), "at once"), left);
        promote();
        var next = claim(30);
        var before = row();

        // When
        var held = complete(batch, part, outcome, left);

        // Then
        assertThat(held).isTrue();
        assertThat(row()).isEqualTo(before);
        assertThat(List.of(count("work"), count("waiting"))).containsExactly(2L, 0L);
        assertThat(next.items()).singleElement().satisfies(work -> assertThat(work.id()).isEqualTo(part.getFirst().id()));
        assertThat(complete(next, new Outcome.Done())).isTrue();
        assertThat(complete(batch, List.of(batch.items().getLast()), new Outcome.Done(), List.of())).isTrue();
        assertThat(List.of(count("work"), count("lease"))).containsOnly(0L);
    }

    @Test
    void a_lease_that_runs_out_while_the_handler_is_slow_leaves_the_work_to_the_next() {
        // Given
        var subject = enqueue(Duration.ZERO);
        rehearsal.play(subject, () -> rehearsal.runs(subject) == 1 ? takeOver() : Uni.createFrom().item(new Outcome.Done()));

        // When
        var report = tick();

        // Then
        assertThat(rehearsal.runs(subject)).isEqualTo(1);
        assertThat(report.done()).isZero();
        assertThat(sql.query("select attempts from engine.work where subject_id = $1", subject).getFirst().getInteger(0)).isEqualTo(1);
        assertThat(sql.query("select worker from engine.lease").getFirst().getString(0)).isEqualTo("test");
    }

    @Test
    void a_poisonous_batch_comes_back_as_single_items() {
        // Given
        IntStream.range(0, 5).forEach(_ -> enqueue(Duration.ZERO));
        claim(0);
        sweep();
        var together = claim(0);
        sweep();

        // When
        var singles = IntStream.range(0, 5).mapToObj(_ -> claim(30, ALONE, 1)).toList();

        // Then
        assertThat(together.items()).hasSize(5);
        assertThat(claim(30).items()).isEmpty();
        assertThat(singles).allSatisfy(single -> assertThat(single.items()).singleElement()
                .satisfies(work -> assertThat(work.attempts()).isEqualTo(3)));
    }

    @Test
    void of_a_chunk_that_fails_as_a_whole_only_the_poison_dies() {
        // Given
        sql.query("""
                select engine.enqueue_all((select array_agg(row('engine', 'engine.together', null, 'rehearsal', nth::text, 'together:' || nth,
                                                                '2026-03-02T15:00:00Z', null, false)::engine.new_work)
                                             from generate_series(1, 20) as nth))""");
        tick();
        Api.advanceClock("PT2H");

        // When
        var second = tick();

        // Then
        assertThat(List.of(second.done(), second.failed())).containsExactly(19, 1);
        IntStream.range(0, 6).forEach(_ -> {
            Api.advanceClock("PT2H");
            tick();
        });
        assertThat(count("work")).isZero();
        assertThat(sql.query("select subject_id from engine.dead_letter")).singleElement()
                .satisfies(letter -> assertThat(letter.getString(0)).isEqualTo(Together.POISON));
    }

    @Test
    void what_outlives_its_lease_as_often_as_it_may_is_a_dead_letter() {
        // Given
        var subject = enqueue(Duration.ZERO);
        claim(0);
        IntStream.range(0, 7).forEach(_ -> {
            sweep();
            claim(0, new Stretch(Long.MIN_VALUE, Long.MAX_VALUE), 10);
        });

        // When
        sweep();

        // Then
        assertThat(count("work")).isZero();
        var letter = sql.query("select attempts, last_error, cardinality(history) from engine.dead_letter where subject_id = $1", subject).getFirst();
        assertThat(List.of(letter.getInteger(0), letter.getString(1), letter.getInteger(2))).containsExactly(8, "the lease ran out", 8);
    }

    @Test
    void a_tick_works_single_items_too() {
        // Given
        var subjects = IntStream.range(0, 5).mapToObj(_ -> enqueue(Duration.ZERO)).toList();
        claim(0);
        sweep();
        claim(0);

        // When
        var report = dispatch.run(JobBudget.OWN).await().indefinitely();

        // Then
        assertThat(report.done()).isEqualTo(5);
        assertThat(subjects).allSatisfy(subject -> assertThat(rehearsal.runs(subject)).isEqualTo(1));
    }

    // The lease runs out under the handler, and somebody else claims what it held: in one transaction, before the tick itself can.
    private Uni<Outcome> takeOver() {
        sql.query("update engine.lease set until = clock_timestamp() - interval '1 second'");
        return database.asService(tx -> repository.sweepExpired(tx, clock.instant())
                .chain(() -> repository.claimReady(tx, new Holder("test", 30), ANYWHERE, 10, clock.instant())))
                .replaceWith(new Outcome.Done());
    }

    private int heartbeat(Claim claim) {
        return database.asService(tx -> repository.extendLease(tx, claim.leaseId(), 30)).await().indefinitely();
    }

    private static String row() {
        return sql.query("select w::text || coalesce(h::text, '') from engine.work w left join engine.waiting h on h.work_id = w.id order by w.id")
                .getFirst()
                .getString(0);
    }

    /// Fails as a whole where the poison is among its items.
    @ApplicationScoped
    static class Together implements BatchHandler {

        static final String POISON = "7";

        @Override
        public String kind() {
            return "engine.together";
        }

        @Override
        public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
            return batch.stream().anyMatch(work -> POISON.equals(work.subjectId())) ? Uni.createFrom().failure(new IllegalStateException("poison"))
                    : Uni.createFrom().item(batch.stream().collect(Collectors.toMap(Work::id, _ -> new Outcome.Done())));
        }
    }
}
