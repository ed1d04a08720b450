package dev.ringback.growth.client;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;

import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
class TableRightsTest {

    private static final String DENIED = "42501";
    private static final String OURS = "relnamespace in ('engine'::regnamespace, 'growth'::regnamespace)";

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void anon_reads_no_table() {
        // Given
        var tables = database.query("select oid::regclass::text from pg_class where relkind in ('r', 'p', 'v', 'm') and " + OURS).stream()
                .map(row -> row.getString(0)).toList();

        // Then
        assertThat(tables).isNotEmpty()
                .allSatisfy(table -> assertThatThrownBy(() -> database.asAnon(session -> session.query("select from " + table)))
                        .isInstanceOfSatisfying(PgException.class, refused -> assertThat(refused.getSqlState()).isEqualTo(DENIED)));
    }

    @Test
    void every_table_has_row_level_security() {
        assertThat(database.query("select oid::regclass::text from pg_class where relkind in ('r', 'p') and not relrowsecurity and " + OURS))
                .isEmpty();
    }
}
