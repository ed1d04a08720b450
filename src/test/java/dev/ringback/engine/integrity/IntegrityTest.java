package dev.ringback.engine.integrity;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;

/// Each promise is broken once by hand, and the night finds it.
@QuarkusTest
class IntegrityTest {

    private static final String MESSAGE = """
            insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                        planned_at, submitting_at, decided_at, created_at)
            values ('%1$s', 'broken', 'tenant', 'lead', '1', 'hello', 'out', 'sms', '+14165550100', '\\xb0b0', '%2$s', %3$s)""";
    private static final String TIMES = "'2026-03-02 10:00Z', '2026-03-02 10:05Z', '2026-03-02 10:05Z', '2026-03-02 10:00Z'";

    private final TestDatabase sql = new TestDatabase();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void nothing_is_broken() {
        Api.setClock("2026-03-02T15:30:00Z");
        sql.query("delete from engine.run where job in ('integrity-audit', 'rollup-dirty')");
        clear();
    }

    @AfterEach
    void close() {
        clear();
        sql.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            engine.work_without_entry    | insert into engine.work (pack, kind, tenant, subject_kind, subject_id, dedupe_key, due_at, created_at) \
            values ('broken', 'broken.nap', 'tenant', 'lead', '1', '%s', '2026-03-03', '2026-03-02')
            engine.work_without_subject  | insert into engine.work (pack, kind, tenant, dedupe_key, due_at, created_at) \
            values ('broken', 'broken.nap', 'tenant', '%s', '2026-03-03', '2026-03-02')
            engine.work_without_message  | insert into engine.work \
            (pack, kind, tenant, subject_kind, subject_id, dedupe_key, due_at, created_at, payload) \
            values ('broken', 'engine.send', 'tenant', 'lead', '1', '%1$s', '2026-03-03', '2026-03-02', '{"message":"%1$s"}')
            """)
    void work_that_leads_nowhere_is_found(String rule, String plant) {
        // Given
        sql.query(plant.formatted(id));
        var work = sql.query("select id::text from engine.work where dedupe_key = $1", id.toString()).getFirst().getString(0);

        // When
        audit();

        // Then
        assertThat(open(rule)).contains(work);
    }

    @Test
    void a_message_that_nothing_looks_after_is_found_and_over_when_it_is_settled() {
        // Given
        sql.query(MESSAGE.formatted(id, "submitting", TIMES));

        // When
        audit();
        var found = open("engine.message_without_work");
        sql.query("update engine.message set settled_at = '2026-03-02 15:00Z' where id = $1", id);
        tomorrow();
        audit();

        // Then
        assertThat(found).contains(id.toString());
        assertThat(open("engine.message_without_work")).doesNotContain(id.toString());
    }

    @Test
    void a_send_after_an_opt_out_is_found_and_never_heals() {
        // Given
        sql.query(MESSAGE.formatted(id, "sent", TIMES));
        suppress("2026-03-02 10:00Z");

        // When
        audit();
        Api.setClock("2026-03-09T15:30:00Z");
        audit();

        // Then
        assertThat(open("engine.sent_after_opt_out")).contains(id.toString());
    }

    @Test
    void a_send_before_an_opt_out_is_none() {
        // Given
        sql.query(MESSAGE.formatted(id, "sent", TIMES));
        suppress("2026-03-02 10:04:30Z");

        // When
        audit();

        // Then
        assertThat(open("engine.sent_after_opt_out")).doesNotContain(id.toString());
    }

    @Test
    void a_row_that_lags_behind_its_events_is_found() {
        // Given
        sql.query(MESSAGE.formatted(id, "sent", TIMES));
        sql.query("""
                insert into engine.message_event (message, event, at, provider, event_id, recorded_at)
                values ($1, 'delivered', '2026-03-02 10:06Z', 'broken', '1', '2026-03-02 10:06Z')""", id);

        // When
        audit();

        // Then
        assertThat(open("engine.message_behind_events")).contains(id.toString());
    }

    @Test
    void figures_that_no_longer_are_what_the_facts_say_are_found_and_mended() {
        // Given
        sql.query("insert into engine.tenant_setting (pack, tenant, zone) values ('broken', 'tenant', 'UTC')");
        sql.query(MESSAGE.formatted(id, "cancelled", TIMES.replace("03-02", "02-27")));
        job("rollup-dirty");
        sql.query("update engine.message_daily set planned = 7 where pack = 'broken'");

        // When
        audit();

        // Then
        assertThat(open("engine.figures_drifted")).containsExactly("engine.message_daily/broken/tenant/2026-02-27");
        assertThat(sql.query("select planned from engine.message_daily where pack = 'broken'").getFirst().getInteger(0)).isEqualTo(1);
    }

    @Test
    void what_is_open_is_told_by_report_and_metric() {
        // Given
        sql.query(MESSAGE.formatted(id, "submitting", TIMES));

        // When
        var report = audit();

        // Then
        report.body("failed", greaterThan(0));
        RestAssured.get("/q/metrics").then().body(containsString("ringback_violations{rule=\"engine.message_without_work\"}"));
    }

    private void suppress(String since) {
        sql.query("""
                insert into engine.suppression (pack, tenant, address_hash, key_id, origin_hash, channel_family, reason, source, since)
                values ('broken', 'tenant', '\\xb0b0', 'k1', '\\xb0b0', 'phone', 'opted_out', 'reply', $1::text::timestamptz)""", since);
    }

    private List<String> open(String rule) {
        return sql.query("select object_id from engine.violation where rule = $1 and resolved_at is null", rule).stream()
                .map(row -> row.getString(0)).toList();
    }

    private void clear() {
        sql.query("delete from engine.work where pack = 'broken'");
        sql.query("delete from engine.message where pack = 'broken'");
        sql.query("delete from engine.tenant_setting where pack = 'broken'");
        sql.query("delete from engine.violation");
        sql.asSuperuser(session -> {
            session.query("select set_config('session_replication_role', 'replica', true)");
            return session.query("delete from engine.suppression where pack = 'broken'");
        });
    }

    private static void tomorrow() {
        Api.advanceClock("P1D");
    }

    private static ValidatableResponse audit() {
        return job("integrity-audit");
    }

    private static ValidatableResponse job(String name) {
        return RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name)).then().statusCode(200);
    }
}
