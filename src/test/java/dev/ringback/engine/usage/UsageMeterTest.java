package dev.ringback.engine.usage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Nothing is counted twice, and nothing is taken that is not there.
@QuarkusTest
class UsageMeterTest {

    private static final String LEADS = "trial_leads";

    private static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    UsageMeter meter;

    private final String tenant = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @Test
    void forty_racing_takers_take_what_is_there_and_no_more() {
        // Given
        allow(25);

        // When
        var takings = race(IntStream.range(0, 40).mapToObj(n -> "lead-" + n).toList());

        // Then
        assertThat(takings).filteredOn(Taking.Taken.class::isInstance).hasSize(25);
        assertThat(takings).filteredOn(Taking.Exhausted.class::isInstance).hasSize(15);
        assertThat(left()).isZero();
        assertThat(sql.query("select id from engine.usage_event where tenant = $1", tenant)).hasSize(25);
    }

    @Test
    void one_source_that_comes_forty_times_at_once_takes_once() {
        // Given
        allow(25);

        // When
        var takings = race(IntStream.range(0, 40).mapToObj(_ -> "lead-1").toList());

        // Then
        assertThat(takings).filteredOn(Taking.Taken.class::isInstance).hasSize(1);
        assertThat(takings).filteredOn(Taking.TakenBefore.class::isInstance).hasSize(39);
        assertThat(left()).isEqualTo(24);
    }

    @Test
    void without_an_allowance_there_is_nothing_to_take() {
        // When // Then
        assertThat(race(List.of("lead-1"))).containsExactly(new Taking.Exhausted());
        assertThatThrownBy(() -> sql.query("insert into engine.allowance values ('stream', $1, 'x', -1)", tenant)).hasMessageContaining("check");
    }

    @Test
    void a_month_holds_what_was_used_in_it_in_the_tenants_zone() {
        // Given
        sql.query("insert into engine.tenant_setting (pack, tenant, zone) values ('stream', $1, 'America/New_York')", tenant);
        Api.setClock("2026-04-01T03:00:00Z");
        record("sms-1", 2);
        record("sms-1", 2);
        Api.setClock("2026-04-01T05:00:00Z");
        record("sms-2", 3);

        // When
        recompute();
        var incremental = months();
        sql.query("delete from engine.usage_month where tenant = $1", tenant);
        Api.post("rollup-rebuild", Api.SECRET_KEY, Map.of("rollup", "engine.usage_month", "tenant", tenant)).statusCode(200);

        // Then
        assertThat(incremental).containsExactly("2026-03-01 2", "2026-04-01 3");
        assertThat(months()).isEqualTo(incremental);
    }

    private void allow(int quantity) {
        database.asService(tx -> meter.allow(tx, "stream", tenant, LEADS, BigDecimal.valueOf(quantity))).await().indefinitely();
    }

    private List<Taking> race(List<String> sources) {
        return Uni.join().all(sources.stream().map(source -> database.asService(tx -> meter.take(tx, Used.one("stream", tenant, LEADS, source))))
                .toList()).andFailFast().await().atMost(Duration.ofMinutes(1));
    }

    private void record(String source, int quantity) {
        database.asService(tx -> meter.record(tx, new Used("stream", tenant, "sms_messages", source, BigDecimal.valueOf(quantity)))).await()
                .indefinitely();
    }

    private static void recompute() {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/rollup-dirty")).then().statusCode(200);
    }

    private List<String> months() {
        return sql.query("select month || ' ' || quantity from engine.usage_month where tenant = $1 order by month", tenant).stream()
                .map(row -> row.getString(0)).toList();
    }

    private int left() {
        return sql.query("select remaining::integer from engine.allowance where tenant = $1", tenant).getFirst().getInteger(0);
    }
}
