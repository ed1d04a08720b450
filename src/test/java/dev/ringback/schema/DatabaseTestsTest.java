package dev.ringback.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.vertx.sqlclient.Row;

import dev.ringback.local.LocalStack;

import static org.assertj.core.api.Assertions.assertThat;

/// Runs `supabase/tests/database`, the files of `supabase test db`, as the owner and rolls each back.
class DatabaseTestsTest extends SchemaTest {

    private static final Path FOLDER = LocalStack.checkout().resolve("supabase/tests/database");

    @TestFactory
    Stream<DynamicTest> every_file_passes() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.empty();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".test.sql")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                            () -> assertThat(complaints(Files.readString(file))).isEmpty()));
        }
    }

    @Test
    void a_failure_and_a_missed_plan_are_told() {
        assertThat(complaints("select plan(2); select is(1, 1); select ok(true); select * from finish();")).isEmpty();
        assertThat(complaints("select plan(1); select is(1, 2, 'one'); select * from finish();")).hasSize(2);
        assertThat(complaints("select plan(2); select ok(true); select * from finish();")).isNotEmpty();
        assertThat(complaints("select plan(2); select ok(true);")).isNotEmpty();
    }

    @Test
    void the_subset_judges_as_pgtap_does() {
        assertThat(complaints("""
                begin;
                select no_plan();
                create table public.t (n int);
                create policy p on public.t using (true);
                select results_eq('select 1 union all select 2', array[1, 2], 'rows of an array');
                select results_eq('select 1', 'select 1', 'rows of a query');
                select is_empty('select from public.t', 'empty');
                select lives_ok('select 1', 'lives');
                select throws_ok('select 1/0', '22012', null, 'by code');
                select throws_ok('select 1/0', 'division by zero', 'by message');
                select throws_ok('select 1/0', '22012');
                select has_table('public'::name, 't'::name, 'table');
                select policies_are('public', 't', array['p']::name[]);
                select isnt('a'::text, 'b', 'differ');
                set local role anon;
                select throws_ok('select from public.t', '42501');
                select * from finish();
                rollback;""")).isEmpty();
    }

    private List<String> complaints(String sql) {
        var body = sql.replaceFirst("(?mi)^\\s*begin;", "").replaceFirst("(?i)rollback;\\s*$", "");
        var lines = rolledBack(owner(), () -> owner().runAll(body)).stream().flatMap(List::stream).filter(row -> row.size() == 1)
                .map(DatabaseTestsTest::text).toList();
        var judged = lines.stream().filter(line -> line.matches("(?s)(not )?ok \\d+.*")).count();
        return Stream.concat(lines.stream().filter(line -> line.startsWith("not ok") || line.startsWith("# Looks")),
                lines.contains("1.." + judged) ? Stream.empty() : Stream.of("the plan is not met: " + lines)).toList();
    }

    private static String text(Row row) {
        return String.valueOf(row.getValue(0));
    }
}
