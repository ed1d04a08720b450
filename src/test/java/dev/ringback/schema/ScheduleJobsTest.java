package dev.ringback.schema;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// `engine.schedule_jobs`: what pg_cron is told, and what a call of it sends.
class ScheduleJobsTest extends SchemaTest {

    private static final String URL = "https://ringback.example/functions/v1/";

    @Test
    void posts_to_each_job_with_the_secret_that_the_vault_holds_then() {
        rolledBack(owner(), () -> {
            // Given
            var secret = owner().query("select vault.create_secret('old', 'test_job_secret')").getFirst().getUUID(0);
            schedule(URL);
            owner().query("select vault.update_secret($1, 'new')", secret);

            // When
            owner().run(job("ringback-dispatch-due").getString("command"));

            // Then
            var sent = owner().query("select method, url, headers from net.http_request_queue order by id desc").getFirst();
            assertThat(sent.getString(0)).isEqualTo("POST");
            assertThat(sent.getString(1)).isEqualTo("https://ringback.example/functions/v1/jobs/dispatch-due");
            assertThat(sent.get(JsonObject.class, 2).getString("x-job-secret")).isEqualTo("new");
            return null;
        });
    }

    @Test
    void calls_nobody_without_a_secret() {
        rolledBack(owner(), () -> {
            schedule(URL);
            var before = queued();

            owner().run(job("ringback-dispatch-due").getString("command"));

            assertThat(queued()).isEqualTo(before);
            return null;
        });
    }

    @Test
    void a_second_call_changes_nothing() {
        rolledBack(owner(), () -> {
            var changed = schedule(URL);
            var before = jobs();

            var changedAgain = schedule(URL);

            assertThat(changed).isEqualTo(owner().query("select count(*)::int from engine.job").getFirst().getInteger(0));
            assertThat(changedAgain).isZero();
            assertThat(jobs()).isEqualTo(before);
            return null;
        });
    }

    @Test
    void moves_with_the_address_and_forgets_jobs_that_are_no_more() {
        rolledBack(owner(), () -> {
            // Given
            owner().run("select cron.schedule('somebody-elses', '* * * * *', 'select 1')");
            schedule(URL);
            owner().run("delete from engine.job where name = 'key-and-session-expiry'");

            // When
            schedule("http://other.example");

            // Then
            assertThat(jobs()).anyMatch(job -> job.startsWith("somebody-elses "))
                    .noneMatch(job -> job.startsWith("ringback-key-and-session-expiry "));
            assertThat(job("ringback-dispatch-due").getString("command")).contains("'http://other.example/jobs/dispatch-due'");
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"1.4-1, false", "1.4, false", "1.5, true", "1.6, true", "1.10, true", "2.0, true"})
    void seconds_only_where_pg_cron_knows_them(String version, boolean knows) {
        rolledBack(superuser(), () -> {
            // The catalog's own row, so that no server needs six versions.
            superuser().query("delete from pg_extension where extname = 'pg_cron'");
            superuser().query("""
                    insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
                    values (4000000000, 'pg_cron', 10, 'pg_catalog'::regnamespace, false, $1)""", version);

            assertThat(superuser().query("select engine.cron_knows_seconds()").getFirst().getBoolean(0)).isEqualTo(knows);
            return null;
        });
    }

    @Test
    void what_knows_no_seconds_is_told_minutes() {
        rolledBack(owner(), () -> {
            boolean seconds = owner().query("select engine.cron_knows_seconds()").getFirst().getBoolean(0);

            schedule(URL);

            assertThat(job("ringback-dispatch-due").getString("schedule")).isEqualTo(seconds ? "10 seconds" : "* * * * *");
            assertThat(job("ringback-key-and-session-expiry").getString("schedule")).isEqualTo("7 * * * *");
            return null;
        });
    }

    @Test
    void says_what_is_missing() {
        rolledBack(superuser(), () -> {
            superuser().run("alter function net.http_post rename to http_post_of_old");

            assertThatThrownBy(() -> superuser().query("select engine.schedule_jobs($1, 'x')", URL))
                    .hasMessageContaining("pg_cron and pg_net are not installed");
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"ringback.example", "ftp://ringback.example", "'https://ringback.example?a'", "''", "NULL"})
    void refuses_what_is_no_address(String url) {
        assertThatThrownBy(() -> schedule(url.equals("NULL") ? null : url)).hasMessageContaining("base_url must be");
    }

    @ParameterizedTest
    @CsvSource({"service_role, true", "authenticated, false", "anon, false", "ringback, false"})
    void the_service_and_the_owner_alone_may(String role, boolean may) {
        rolledBack(superuser(), () -> {
            superuser().run("set local role " + role);
            var refusal = catchRefusal();
            assertThat(refusal == null).isEqualTo(may);
            return null;
        });
    }

    private String catchRefusal() {
        try {
            superuser().query("select engine.schedule_jobs($1, 'test_job_secret')", URL);
            return null;
        } catch (PgException refused) {
            return refused.getSqlState();
        }
    }

    private int schedule(String url) {
        return owner().query("select engine.schedule_jobs($1, 'test_job_secret')", url).getFirst().getInteger(0);
    }

    private Row job(String name) {
        return owner().query("select schedule, command from cron.job where jobname = $1", name).getFirst();
    }

    private List<String> jobs() {
        return owner().query("select concat_ws(' ', jobname, jobid, schedule, command, username, active) from cron.job order by 1").stream()
                .map(row -> row.getString(0)).toList();
    }

    private long queued() {
        return owner().query("select count(*) from net.http_request_queue").getFirst().getLong(0);
    }
}
