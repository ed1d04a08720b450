package dev.ringback.engine.retention;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/// What has had its time goes, what numbers and promises stand on stays.
@QuarkusTest
class RetentionTest {

    private final TestDatabase sql = new TestDatabase();

    @BeforeEach
    void a_night() {
        Api.setClock("2026-06-10T02:30:00Z");
        sql.query("delete from engine.run where job in ('retention', 'nap')");
    }

    @AfterEach
    void close() {
        sql.query("delete from engine.inbox where provider = 'nap'");
        sql.query("delete from engine.run where job in ('retention', 'nap')");
        sql.close();
    }

    @Test
    void bodies_go_after_ninety_days_and_what_waits_stays() {
        // Given
        arrived("old", "2026-03-12 02:29Z", "2026-03-12 02:30Z");
        arrived("young", "2026-03-12 02:31Z", "2026-03-12 02:32Z");
        arrived("waiting", "2026-03-01 00:00Z", null);

        // When
        retain();

        // Then
        assertThat(texts("select event_id || ':' || encode(body, 'escape') from engine.inbox where provider = 'nap' order by 1"))
                .containsExactly("old:", "waiting:hello", "young:hello");
    }

    @Test
    void runs_that_drain_go_after_a_week_those_of_the_calendar_later() {
        // Given
        ran(null, "2026-06-03 02:29Z");
        ran(null, "2026-06-03 02:31Z");
        ran("2026-03-01 02:00Z", "2026-03-01 02:01Z");
        ran("2026-06-01 02:00Z", "2026-06-01 02:01Z");
        ran("2026-02-01 02:00Z", null);

        // When
        retain();

        // Then
        assertThat(texts("select coalesce(slot, finished_at)::date::text from engine.run where job = 'nap' order by 1"))
                .containsExactly("2026-02-01", "2026-06-01", "2026-06-03");
    }

    @Test
    void what_a_model_answered_goes_after_ninety_days() {
        // Given
        answered("old", "2026-03-12 02:29Z");
        answered("young", "2026-03-12 02:31Z");

        // When
        retain();

        // Then
        assertThat(texts("delete from engine.model_answer where purpose = 'nap' returning cause")).containsExactly("young");
    }

    private void answered(String cause, String at) {
        sql.query("""
                insert into engine.model_answer (purpose, cause, pack, tenant, subject_kind, subject_id, model, confidence, answer, at)
                values ('nap', $1, 'growth', 'nap', 'lead', '1', 'tiny', 0.5, '{}', $2::text::timestamptz)""", cause, at);
    }

    private void arrived(String event, String receivedAt, String processedAt) {
        sql.query("""
                insert into engine.inbox (provider, event_id, body, received_at, processed_at)
                values ('nap', $1, 'hello', $2::text::timestamptz, $3::text::timestamptz)""", event, receivedAt, processedAt);
    }

    private void ran(String slot, String finishedAt) {
        sql.query("""
                insert into engine.run (id, job, instance, started_at, slot, finished_at)
                values ($1, 'nap', 'me', '2026-01-01', $2::text::timestamptz, $3::text::timestamptz)""", UUID.randomUUID(), slot, finishedAt);
    }

    private static void retain() {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/retention")).then().statusCode(200).body("remaining", is(0));
    }

    private List<String> texts(String query) {
        return sql.query(query).stream().map(row -> row.getString(0)).toList();
    }
}
