package dev.ringback.schema;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.database.Migrations;
import dev.ringback.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;

/// The same on Debian's PostgreSQL 15 with the real PostGIS, pgTAP and pg_cron. `.ci/run` starts it and names it by
/// `RINGBACK_POSTGRES15_URL`; without that the tests are skipped, but not where `CI=true`.
@EnabledIf(value = "isWanted", disabledReason = "RINGBACK_POSTGRES15_URL is not set: .ci/run starts that server and sets it")
class Postgres15Test {

    private static final String URL = "RINGBACK_POSTGRES15_URL";
    // The one that pg_cron serves (cron.database_name).
    private static final String DATABASE = "ringback";

    private static DatabaseAddress superuser;
    private static List<String> scheduledByMigration;

    // In CI it must be there.
    static boolean isWanted() {
        return System.getenv(URL) != null || "true".equals(System.getenv("CI"));
    }

    @BeforeAll
    static void migrate() {
        var url = System.getenv(URL);
        assertThat(url).as("%s, which .ci/run sets", URL).isNotBlank();
        superuser = LocalStackResource.bareDatabase(DatabaseAddress.parse(url), DATABASE);
        try (var client = new DatabaseClient(); var owner = client.open(SchemaTest.asOwner(superuser))) {
            owner.query("select vault.create_secret('http://127.0.0.1:9/jobs/dispatch-due', 'ringback_dispatch_url')");
            owner.query("select vault.create_secret('open sesame', 'ringback_job_secret')");
            new Migrations(Path.of("supabase"), owner).apply();
            scheduledByMigration = texts(owner, "select jobname from cron.job order by 1");
            owner.run("select cron.unschedule(jobname) from cron.job; delete from vault.secrets");
        }
    }

    @Test
    void the_extensions_are_the_real_ones() {
        try (var client = new DatabaseClient(); var session = client.open(superuser)) {
            assertThat(texts(session, "select extname::text from pg_extension")).contains("postgis", "pgtap", "pg_cron");
            assertThat(texts(session, "select current_setting('server_version')")).singleElement().asString().startsWith("15.");
        }
    }

    @Test
    void the_migration_schedules_the_jobs() {
        assertThat(scheduledByMigration).contains("ringback-dispatch-due", "ringback-key-and-session-expiry");
    }

    private static List<String> texts(DatabaseSession session, String sql) {
        return session.query(sql).stream().map(row -> row.getString(0)).toList();
    }

    @Nested
    class Tables extends SeedTablesTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }

    @Nested
    class Statements extends SeedStatementsTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }

    @Nested
    class Definitions extends SeedDefinitionsTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }

    @Nested
    class Checks extends LintsTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }

    @Nested
    class Access extends DatabaseTestsTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }

    @Nested
    class Schedules extends ScheduleJobsTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }

    @Nested
    class MigrationSet extends MigrationSetTest {
        @Override
        DatabaseAddress database() {
            return superuser;
        }
    }
}
