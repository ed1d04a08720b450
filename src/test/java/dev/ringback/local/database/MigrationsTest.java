package dev.ringback.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ringback.local.server.LocalPostgres;
import dev.ringback.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigrationsTest {

    @TempDir
    Path supabase;

    private DatabaseClient client;
    private DatabaseSession session;
    private Migrations migrations;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(supabase.resolve("migrations"));
        var database = LocalStackResource.bareDatabase("migrations_test");
        client = new DatabaseClient();
        session = client.open(database.as("postgres", LocalPostgres.PASSWORD));
        migrations = new Migrations(supabase, session);
    }

    @AfterEach
    void close() {
        session.close();
        client.close();
    }

    @Test
    void applies_in_the_order_of_the_names_and_leaves_other_files_alone() throws IOException {
        // Given
        migration("2_more.sql", "insert into a values (2);");
        migration("1_first.sql", "create table a (n int);");
        migration("notes.sql", "nonsense");
        migration("3_draft.sql.off", "nonsense");

        // When
        var applied = migrations.apply();

        // Then
        assertThat(applied).containsExactly("1", "2");
        assertThat(numbers("select n from a")).containsExactly(2);
    }

    @Test
    void writes_the_history_of_the_cli() throws IOException {
        // Given
        migration("20260101000000_engine_add_a.sql", "-- why\ncreate table a (n int);\n\ninsert into a values (1);\n");

        // When
        migrations.apply();

        // Then
        var row = session.query("select version, name, statements from supabase_migrations.schema_migrations").getFirst();
        assertThat(row.getString(0)).isEqualTo("20260101000000");
        assertThat(row.getString(1)).isEqualTo("engine_add_a");
        assertThat(row.getArrayOfStrings(2)).containsExactly("-- why\ncreate table a (n int)", "insert into a values (1)");
    }

    @Test
    void a_second_run_changes_nothing() throws IOException {
        // Given
        migration("1_a.sql", "create table a (n int); insert into a values (1);");
        migrations.apply();

        // When
        var applied = migrations.apply();

        // Then
        assertThat(applied).isEmpty();
        assertThat(numbers("select n from a")).containsExactly(1);
    }

    @Test
    void a_failing_file_is_rolled_back_and_says_where() throws IOException {
        // Given
        migration("1_a.sql", "create table a (n int);");
        migration("2_b.sql", "create table b (n int);\n\ninsert into a\nselect nowhere\nfrom a;");

        // When
        assertThatThrownBy(migrations::apply)

                // Then
                .hasMessageContaining("2_b.sql line 4 (statement 2)").hasMessageContaining("column \"nowhere\" does not exist");
        assertThat(numbers("select count(*)::int from pg_tables where tablename = 'b'")).containsExactly(0);
        assertThat(versions()).containsExactly("1");
    }

    @Test
    void continues_after_the_failing_file_is_mended() throws IOException {
        // Given
        migration("1_a.sql", "create table a (n int);");
        migration("2_b.sql", "nonsense");
        assertThatThrownBy(migrations::apply).isInstanceOf(MigrationFailed.class);
        migration("2_b.sql", "insert into a values (2);");

        // When
        var applied = migrations.apply();

        // Then
        assertThat(applied).containsExactly("2");
        assertThat(versions()).containsExactly("1", "2");
    }

    @Test
    void seeds_once_even_if_the_seed_changes() throws IOException {
        // Given
        migration("1_a.sql", "create table a (n int);");
        migrations.apply();
        Files.writeString(supabase.resolve("seed.sql"), "insert into a values (1);");

        // When
        var first = migrations.seed();
        Files.writeString(supabase.resolve("seed.sql"), "insert into a values (2);");
        var second = migrations.seed();

        // Then
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(numbers("select n from a")).containsExactly(1);
    }

    @Test
    void a_migration_is_no_superuser() throws IOException {
        // Given
        migration("1_a.sql", "create extension plpython3u;");

        // When
        assertThatThrownBy(migrations::apply)

                // Then
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_migration_may_make_the_login_role() throws IOException {
        // Given
        migration("1_a.sql", """
                create role migrations_test_login login noinherit;
                grant anon, authenticated, service_role to migrations_test_login;
                drop role migrations_test_login;""");

        // When
        var applied = migrations.apply();

        // Then
        assertThat(applied).containsExactly("1");
    }

    private void migration(String name, String sql) throws IOException {
        Files.writeString(supabase.resolve("migrations").resolve(name), sql);
    }

    private List<Integer> numbers(String sql) {
        return session.query(sql).stream().map(row -> row.getInteger(0)).toList();
    }

    private List<String> versions() {
        return session.query("select version from supabase_migrations.schema_migrations order by version").stream()
                .map(row -> row.getString(0)).toList();
    }
}
