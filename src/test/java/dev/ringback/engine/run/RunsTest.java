package dev.ringback.engine.run;

import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/// The jobs as schedulers call them, and what they left to look at.
@QuarkusTest
class RunsTest {

    private static final String HOURLY = "key-and-session-expiry";

    private final TestDatabase sql = new TestDatabase();

    @BeforeEach
    void nobody_had_this_hour() {
        Api.setClock("2026-03-02T15:30:00Z");
        sql.query("delete from engine.run");
        sql.query("""
                insert into engine.idempotency (caller, key, request_hash, created_at, expires_at)
                values ('nobody', $1, '\\x00', '2026-03-01', '2026-03-02')""", UUID.randomUUID().toString());
    }

    @AfterEach
    void close() {
        sql.close();
    }

    @Test
    void an_hourly_job_runs_once_an_hour_whoever_asks() {
        // Given
        var first = job(HOURLY);

        // When
        var second = job(HOURLY);

        // Then
        first.body("job", is(HOURLY), "done", not(0), "remaining", is(0), "next_due", is("2026-03-02T16:07:00Z"));
        second.body("done", is(0), "next_due", is("2026-03-02T16:07:00Z"));
        Api.get("runs?job=" + HOURLY, Api.SECRET_KEY).statusCode(200).body("items", hasSize(1), "items[0].slot", is("2026-03-02T15:07:00Z"),
                "items[0].finished_at", notNullValue(), "items[0].error", nullValue());
    }

    @Test
    void runs_are_listed_in_pages_and_by_their_result() {
        // Given
        job(HOURLY);
        Api.advanceClock("PT1H");
        job(HOURLY);
        sql.query("insert into engine.run (id, job, instance, started_at, error) values (gen_random_uuid(), 'nap', 'me', $1, 'overslept')",
                Api.now().minusSeconds(60).atOffset(ZoneOffset.UTC));

        // When
        var page = Api.get("runs?limit=2", Api.SECRET_KEY).statusCode(200).body("items.job", contains(HOURLY, "nap")).extract();

        // Then
        Api.get("runs?limit=2&cursor=" + page.path("next_cursor"), Api.SECRET_KEY).body("items.job", contains(HOURLY), "next_cursor", nullValue());
        Api.get("runs?error=true", Api.SECRET_KEY).body("items.error", everyItem(is("overslept")), "items.job", hasItem("nap"));
        Api.get("runs?error=false", Api.SECRET_KEY).body("items", hasSize(2));
    }

    @Test
    void only_the_service_sees_them() {
        Api.get("runs", Api.PUBLISHABLE_KEY).statusCode(403);
    }

    private static ValidatableResponse job(String name) {
        return RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name)).then().statusCode(200);
    }
}
