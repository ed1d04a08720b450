package dev.ringback.engine.rollup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.Cases;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

/// Figures that follow the facts step by step are those that come of building them anew.
@QuarkusTest
class RollupTest {

    private static final int CASES = Boolean.getBoolean("ringback.soak") ? 100 : 16;
    private static final String DAILY = "engine.message_daily";

    private static final String PLAN = """
            insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                        planned_at)
            values ($1, $2, 'tenant-0', 'lead', '1', 'hello', 'out', 'email', 'sarah@chen.example', '\\x00', 'planned', '%s')""";

    private static TestDatabase sql;

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.query("delete from engine.message where pack = $1", FactStream.PACK);
        sql.close();
    }

    @BeforeEach
    void an_evening() {
        Api.setClock("2026-03-10T20:00:00Z");
        sql.query("truncate engine.dirty_day, engine.message_daily");
        sql.query("delete from engine.message where pack = $1", FactStream.PACK);
        sql.query("delete from engine.tenant_setting where pack = $1", FactStream.PACK);
    }

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
    void another_zone_is_another_day() {
        // Given
        plan("2026-03-09T02:00:00Z");
        recompute();

        // When
        sql.query("insert into engine.tenant_setting (pack, tenant, zone) values ($1, 'tenant-0', 'America/New_York')", FactStream.PACK);
        recompute();

        // Then
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-08,");
    }

    @Test
    void without_its_zone_a_tenant_reports_in_utc_again() {
        // Given
        sql.query("insert into engine.tenant_setting (pack, tenant, zone) values ($1, 'tenant-0', 'America/New_York')", FactStream.PACK);
        plan("2026-03-09T02:00:00Z");
        recompute();

        // When
        sql.query("delete from engine.tenant_setting where pack = $1", FactStream.PACK);
        recompute();

        // Then
        assertThat(figures()).singleElement().asString().startsWith("(stream,tenant-0,2026-03-09,");
    }

    @Test
    void a_day_is_computed_once_more_after_the_tenants_midnight() {
        // Given
        sql.query("insert into engine.tenant_setting (pack, tenant, zone, closed_day) values ($1, 'tenant-0', 'Asia/Kathmandu', '2026-03-09')",
                FactStream.PACK);
        sql.query("truncate engine.dirty_day");
        sql.query("delete from engine.run where job = 'rollup-daily'");
        Api.setClock("2026-03-10T18:14:59Z");
        job("rollup-daily");
        var before = marks();

        // When
        Api.setClock("2026-03-10T18:16:00Z");
        job("rollup-daily");
        job("rollup-daily");

        // Then
        assertThat(before).isEmpty();
        assertThat(marks()).containsExactly("2026-03-10 12:00:00");
    }

    @Test
    void an_unknown_rollup_is_not_found() {
        rebuild(Map.of("rollup", "engine.nothing")).statusCode(404);
    }

    private static void plan(String at) {
        sql.query(PLAN.formatted(at), UUID.randomUUID(), FactStream.PACK);
    }

    private static void recompute() {
        job("rollup-dirty").body("remaining", is(0));
    }

    private static ValidatableResponse job(String name) {
        return RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name)).then().statusCode(200);
    }

    private static ValidatableResponse rebuild(Map<String, ?> request) {
        return Api.post("rollup-rebuild", Api.SECRET_KEY, request);
    }

    private static List<String> figures() {
        return texts("select r::text from engine.message_daily r where pack = $1 order by r::text");
    }

    private static List<String> versions() {
        return texts("select ctid::text || xmin::text from engine.message_daily where pack = $1 order by 1");
    }

    private static List<String> marks() {
        return texts("select (at at time zone 'Asia/Kathmandu')::text from engine.dirty_day where pack = $1 and rollup = 'engine.message_daily'");
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

    private static List<String> texts(String query) {
        return sql.query(query, FactStream.PACK).stream().map(row -> row.getString(0)).toList();
    }
}
