package dev.ringback.engine.rollup;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// A rollup without its row is never computed, a row without its rollup gathers marks for ever.
@QuarkusTest
class KnownRollupsTest {

    @Inject
    Rollups rollups;

    @Test
    void the_database_knows_every_rollup() {
        try (var sql = new TestDatabase()) {
            var known = sql.query("select name from engine.rollup").stream().map(row -> row.getString(0)).toList();

            assertThat(known).containsExactlyInAnyOrderElementsOf(rollups.all().stream().map(Rollup::name).toList());
        }
    }
}
