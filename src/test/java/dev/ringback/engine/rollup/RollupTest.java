package dev.ringback.engine.rollup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

/// Figures that follow the facts step by step are those that come of building them anew.
@QuarkusTest
class RollupTest extends RollupStage {

    private static final int CASES = Boolean.getBoolean("ringback.soak") ? 100 : 16;

    @Test
    void rebuilt_figures_are_the_incremental_ones_byte_for_byte() {
        Cases.check(CASES, random -> {
            // Given
            var facts = new FactStream(random, sql);
            facts.forget();

            // When
            IntStream.range(0, 25).forEach(_ -> {
                facts.happen();
                if (random.nextInt(6) == 0) {
                    recompute();
                }
            });
            recompute();
            var incremental = figures();
            sql.query("truncate engine.message_daily");
            rebuild(Map.of("rollup", DAILY)).body("remaining", is(0));

            // Then
            assertThat(figures()).isEqualTo(incremental).isNotEmpty();
            assertThat(counted()).isEqualTo(countedFromFacts());
        });
    }

    @Test
    void a_fact_without_a_mark_is_missed_and_found_by_a_rebuild() {
        // Given
        plan("2026-03-09T10:00:00Z");
        recompute();
        sql.asSuperuser(session -> session.query("select set_config('session_replication_role', 'replica', true)").isEmpty()
                ? null
                : session.query(PLAN.formatted("2026-03-09T11:00:00Z"), UUID.randomUUID(), FactStream.PACK));

        // When
        recompute();
        var incremental = figures();
        rebuild(Map.of("rollup", DAILY, "pack", FactStream.PACK, "tenant", "tenant-0", "from", "2026-03-09", "to", "2026-03-09"));

        // Then
        assertThat(incremental).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,email,1,");
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,email,2,");
    }

    @Test
    void a_fact_that_is_committed_during_a_recomputation_makes_its_day_dirty_again() {
        // Given
        plan("2026-03-09T10:00:00Z");

        // When
        sql.asOwner(open -> {
            open.query(PLAN.formatted("2026-03-09T10:05:00Z"), UUID.randomUUID(), FactStream.PACK);
            recompute();
            assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,email,1,");
            return null;
        });
        recompute();

        // Then
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,email,2,");
    }

    @Test
    void racing_facts_and_recomputations_end_at_the_truth() throws InterruptedException {
        // Given
        var racers = IntStream.range(0, 12).mapToObj(n -> Thread.ofPlatform().unstarted(() -> IntStream.range(0, 15).forEach(_ -> {
            if (n < 4) {
                job("rollup-dirty");
            } else {
                plan("2026-03-09T10:00:00Z");
            }
        }))).toList();

        // When
        racers.forEach(Thread::start);
        for (var racer : racers) {
            racer.join();
        }
        recompute();

        // Then
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,email,120,");
    }

    @Test
    void rows_that_do_not_differ_are_not_written() {
        // Given
        plan("2026-03-09T10:00:00Z");
        recompute();
        var before = versions();

        // When
        rebuild(Map.of("rollup", DAILY)).body("marked", greaterThan(0));

        // Then
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void an_unknown_rollup_is_not_found() {
        rebuild(Map.of("rollup", "engine.nothing")).statusCode(404);
    }

    private static List<String> versions() {
        return texts("select ctid::text || xmin::text from engine.message_daily where pack = $1 order by 1");
    }

    private static List<String> counted() {
        return texts("""
                select (tenant, day, channel, event, n)::text
                  from engine.message_daily
                 cross join lateral (values ('planned', planned), ('sent', sent), ('delivered', delivered), ('opened', opened),
                                              ('replied', replied), ('received', received)) as e (event, n)
                 where pack = $1 and n > 0 order by 1""");
    }

    // The plainest way to say it, for all days at once.
    private static List<String> countedFromFacts() {
        return texts("""
                select (m.tenant, (e.at at time zone coalesce(s.zone, 'UTC'))::date, channel, event, count(*))::text
                  from engine.message m
                  left join engine.tenant_setting s using (pack, tenant)
                 cross join lateral (values ('planned', planned_at), ('sent', sent_at), ('delivered', delivered_at),
                                              ('opened', least(opened_at, read_at)), ('replied', replied_at), ('received', received_at))
                       as e (event, at)
                 where pack = $1 and e.at is not null
                 group by m.tenant, (e.at at time zone coalesce(s.zone, 'UTC'))::date, channel, event order by 1""");
    }
}
