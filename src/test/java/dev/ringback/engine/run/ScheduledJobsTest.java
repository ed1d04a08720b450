package dev.ringback.engine.run;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// pg_cron is told of the same jobs that an always-on instance calls.
@QuarkusTest
class ScheduledJobsTest {

    @Inject
    Jobs jobs;

    @Test
    void the_database_knows_every_job() {
        try (var sql = new TestDatabase()) {
            var known = sql.query("select name from engine.job").stream().map(row -> row.getString(0)).toList();

            assertThat(known).containsExactlyInAnyOrderElementsOf(jobs.all().stream().map(Job::name).toList());
        }
    }
}
