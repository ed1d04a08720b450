package dev.ringback.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;
import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.Migrations;
import dev.ringback.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/// Each query that the documents call hot is answered from an index, with generated rows in a database of its own: 1 million a
/// table with `-Psoak` (`ringback.soak`), fewer otherwise.
class HotQueriesTest extends SchemaTest {

    private static final int ROWS = Boolean.getBoolean("ringback.soak") ? 1_000_000 : 50_000;
    private static final int SLICE = 50_000;
    private static final int BIG_ROWS = 20_000;
    private static final String DATABASE = "ringback_hot";

    private DatabaseAddress database;
    private Set<String> bigTables;

    static Stream<Arguments> queries() throws IOException {
        return statements("hot-queries.sql").stream().map(query -> argumentSet(query.purpose() + " " + query.name(), query));
    }

    private static Collection<Statement> statements(String file) throws IOException {
        return Statements.parse(file, Files.readString(Lints.FOLDER.resolve(file))).all();
    }

    @Override
    DatabaseAddress database() {
        if (database == null) {
            database = LocalStackResource.bareDatabase(DATABASE);
        }
        return database;
    }

    @BeforeAll
    void fill() throws IOException {
        new Migrations(Path.of("supabase"), owner()).apply();
        superuser().run("""
                create function public.key(n bigint) returns uuid immutable language sql
                    return ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
                create function public.at(minutes_ago bigint) returns timestamptz immutable language sql
                    return timestamptz '2026-11-21 00:00:00+00' - minutes_ago * interval '1 minute';
                set session_replication_role = replica;
                set maintenance_work_mem = '256MB';
                """);
        var indexes = dropIndexes();
        for (var rows : statements("hot-rows.sql")) {
            IntStream.range(0, ROWS / SLICE).forEach(slice -> insert(rows, slice * SLICE));
        }
        indexes.forEach(superuser()::run);
        superuser().run("reset session_replication_role; analyze");
        bigTables = superuser().query("select oid::regclass::text from pg_class where relkind = 'r' and reltuples >= $1", (float) BIG_ROWS).stream()
                .map(row -> row.getString(0)).collect(Collectors.toSet());
    }

    private void insert(Statement rows, int from) {
        superuser().query(rows.sql(), rows.parameters().stream().map(name -> (Object) (name.equals("from") ? from : from + SLICE - 1)).toArray());
    }

    // Building an index once is several times faster than keeping it up.
    private List<String> dropIndexes() {
        return superuser().query("""
                select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
                  from pg_index as i
                  join pg_class as c on c.oid = i.indexrelid
                 where c.relnamespace::regnamespace::text in ('bids', 'roofing', 'recruiting', 'growth')
                   and not exists (select from pg_constraint where conindid = i.indexrelid)""").stream().map(row -> {
            superuser().run(row.getString(0));
            return row.getString(1);
        }).toList();
    }

    @AfterAll
    @Override
    void close() {
        super.close();
        try (var client = new DatabaseClient(); var session = client.open(LocalStackResource.superuser())) {
            session.run("drop database %s with (force)".formatted(DATABASE));
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void is_answered_from_an_index(Statement query) {
        var plan = plan(query.sql());

        assertThat(nodes(plan).filter(node -> node.getString("Node Type").equals("Seq Scan")).map(HotQueriesTest::table)).as(plan.encodePrettily())
                .doesNotContainAnyElementsOf(bigTables);
        assertThat(nodes(plan).map(node -> node.getString("Node Type"))).as(plan.encodePrettily()).anyMatch(type -> type.contains("Index"));
    }

    @Test
    void a_query_without_an_index_is_seen() {
        var plan = plan("select * from bids.contractor_leads where company_name = 'Company 7'");

        assertThat(bigTables).hasSizeGreaterThan(25);
        assertThat(nodes(plan).map(HotQueriesTest::table)).containsAnyElementsOf(bigTables);
        assertThat(nodes(plan).map(node -> node.getString("Node Type"))).noneMatch(type -> type.contains("Index"));
    }

    private JsonObject plan(String sql) {
        return superuser().query("explain (format json, verbose) " + sql).getFirst().get(JsonArray.class, 0).getJsonObject(0).getJsonObject("Plan");
    }

    private static Stream<JsonObject> nodes(JsonObject node) {
        return Stream.concat(Stream.of(node),
                node.getJsonArray("Plans", new JsonArray()).stream().map(JsonObject.class::cast).flatMap(HotQueriesTest::nodes));
    }

    private static String table(JsonObject node) {
        return node.getString("Schema", "") + "." + node.getString("Relation Name", "");
    }
}
