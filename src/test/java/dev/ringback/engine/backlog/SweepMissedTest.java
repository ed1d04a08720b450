package dev.ringback.engine.backlog;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class SweepMissedTest {

    @Test
    void enqueues_what_is_due_without_work_and_forgets_passed_tenants() {
        try (var database = new TestDatabase()) {
            // Given
            Api.setClock("2026-03-02T15:30:00Z");
            database.query("create schema missed");
            database.query("create table missed.part (id integer primary key, next_at timestamptz)");
            database.query("insert into missed.part values (1, '2026-03-02T15:29:00Z'), (2, '2026-03-02T15:31:00Z'), (3, null)");
            database.query("select engine.keep_due('missed.part', 'next_at', 'engine.nobodys', 'id', 'part')");
            database.query("insert into engine.tenant_time values (4711, 0)");

            // When
            var answer = RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/sweep-missed")).then();

            // Then
            var known = database.query("select engine.cancel_all('{engine.nobodys:1}')").getFirst().getInteger(0);
            database.query("delete from engine.due_column where kind = 'engine.nobodys'");
            database.query("drop schema missed cascade");
            answer.statusCode(200).body("done", is(1));
            assertThat(known).isEqualTo(1);
            assertThat(database.query("select from engine.tenant_time where tenant = 4711")).isEmpty();
        }
    }

    @Test
    void a_dead_letter_stays_dead_until_its_column_is_due_anew() {
        try (var database = new TestDatabase()) {
            // Given
            Api.setClock("2026-03-02T15:30:00Z");
            database.query("create schema buried");
            database.query("create table buried.part (id integer primary key, next_at timestamptz)");
            database.query("insert into buried.part values (1, '2026-03-02T15:00:00Z'), (2, '2026-03-02T15:20:00Z')");
            database.query("select engine.keep_due('buried.part', 'next_at', 'engine.nobodys', 'id', 'part')");
            database.query("""
                    insert into engine.dead_letter (work_id, pack, kind, dedupe_key, attempts, payload, created_at, died_at)
                    select id, 'engine', 'engine.nobodys', 'engine.nobodys:' || id, 8, '{}', '2026-03-02T15:00:00Z', '2026-03-02T15:10:00Z'
                      from buried.part""");

            // When
            var answer = RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/sweep-missed")).then();

            // Then
            var known = database.query("select engine.cancel_all('{engine.nobodys:2}')").getFirst().getInteger(0);
            database.query("select engine.cancel_all('{engine.nobodys:1}')");
            database.query("delete from engine.due_column where kind = 'engine.nobodys'");
            database.query("delete from engine.dead_letter where kind = 'engine.nobodys'");
            database.query("drop schema buried cascade");
            answer.statusCode(200).body("done", is(1));
            assertThat(known).isEqualTo(1);
        }
    }
}
