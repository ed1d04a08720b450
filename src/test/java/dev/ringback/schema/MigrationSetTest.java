package dev.ringback.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.database.Migrations;
import dev.ringback.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;

/// The repository's own migrations as a set: run again they change nothing, and it is no difference how many runs it took.
class MigrationSetTest extends SchemaTest {

    private static final Path SUPABASE = Path.of("supabase");
    private static final Path CATALOG = Path.of("src/test/resources/dev/ringback/schema/catalog.sql");
    private static final String[] SCHEMAS = {"engine", "bids", "roofing", "recruiting", "growth"};
    private static final String DATABASE = "ringback_set";

    @TempDir
    Path folder;

    @Test
    void a_second_run_changes_nothing() {
        inBareDatabase(session -> {
            // Given
            var applied = new Migrations(SUPABASE, session).apply();
            var before = catalog(session);

            // When
            var appliedAgain = new Migrations(SUPABASE, session).apply();

            // Then
            assertThat(applied).hasSameSizeAs(files());
            assertThat(appliedAgain).isEmpty();
            assertThat(catalog(session)).isEqualTo(before);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 50, 75})
    void the_rest_follows_where_a_part_was_applied(int percent) {
        // Given
        var whole = inBareDatabase(session -> {
            new Migrations(SUPABASE, session).apply();
            return catalog(session);
        });
        int part = files().size() * percent / 100;

        inBareDatabase(session -> {
            new Migrations(firstFiles(part), session).apply();

            // When
            var applied = new Migrations(SUPABASE, session).apply();

            // Then
            assertThat(applied).hasSize(files().size() - part);
            assertThat(catalog(session)).isEqualTo(whole);
            return null;
        });
    }

    @Test
    void jobs_are_scheduled_at_once_where_the_vault_knows_the_doorbell() {
        inBareDatabase(session -> {
            // Given
            session.query("select vault.create_secret('https://ringback.example/functions/v1/jobs/dispatch-due', 'ringback_dispatch_url')");
            session.query("select vault.create_secret('open sesame', 'ringback_job_secret')");

            // When
            new Migrations(SUPABASE, session).apply();

            // Then
            assertThat(session.query("select jobname from cron.job where command like '%https://ringback.example/functions/v1/jobs/dispatch-due%'"))
                    .singleElement().satisfies(row -> assertThat(row.getString(0)).isEqualTo("ringback-dispatch-due"));
            return null;
        });
    }

    private <T> T inBareDatabase(Function<DatabaseSession, T> work) {
        var database = LocalStackResource.bareDatabase(database(), DATABASE);
        try (var client = new DatabaseClient(); var session = client.open(asOwner(database))) {
            return work.apply(session);
        }
    }

    private static List<String> catalog(DatabaseSession session) {
        session.run("reset all");
        return queries().flatMap(query -> {
            Object[] values = query.parameters().stream().map(_ -> SCHEMAS).toArray();
            return session.query(query.sql(), values).stream().map(row -> query.name() + ": " + row.getString(0)).sorted();
        }).toList();
    }

    private static Stream<Statement> queries() {
        try {
            return Statements.parse("catalog.sql", Files.readString(CATALOG)).all().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path firstFiles(int count) {
        try {
            var migrations = Files.createDirectories(folder.resolve("migrations"));
            for (var file : files().subList(0, count)) {
                Files.copy(file, migrations.resolve(file.getFileName()));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files() {
        try (var files = Files.list(SUPABASE.resolve("migrations"))) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
