package dev.ringback.engine.sql;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import dev.ringback.local.server.PgBouncer;
import dev.ringback.testing.Pooled;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// The sessions that a pooler hands from one transaction to the next.
@QuarkusTest
@TestProfile(Pooled.class)
@EnabledIf(value = Pooled.WANTED, disabledReason = Pooled.REASON)
class PooledDatabaseTest {

    private static final String WHO = "-- name: who\n-- Whose the transaction is.\n"
            + "select current_user::text || current_setting('request.jwt.claims') as who, pg_sleep(0.01)::text;";
    private static final Statement WHO_AM_I = Statements.parse("who.sql", WHO).get("who");

    @Inject
    Database database;
    @Inject
    Pool pool;

    @Test
    void forty_transactions_at_once_share_three_sessions_and_each_is_its_own_callers() {
        // Given
        var callers = IntStream.range(0, 40).mapToObj(PooledDatabaseTest::caller).toList();

        // When
        var answers = Uni.join().all(callers.stream().map(this::whoAmI).toList()).andFailFast().await().indefinitely();

        // Then
        assertThat(answers).isEqualTo(callers.stream().map(caller -> caller.role() + caller.claims()).toList());
        assertThat(sessionsOfTheApplication()).isBetween(1L, (long) PgBouncer.SESSIONS);
        assertThat(leftBehind()).containsOnly("nobody");
    }

    private static RunAs caller(int nth) {
        var role = List.of("anon", "authenticated", "service_role").get(nth % 3);
        return new RunAs(role, "{\"sub\":\"%d\",\"role\":\"%s\"}".formatted(nth, role));
    }

    private Uni<String> whoAmI(RunAs caller) {
        return database.as(caller, tx -> tx.one(Query.of(WHO_AM_I), row -> row.getString("who")));
    }

    private static long sessionsOfTheApplication() {
        try (var owner = new TestDatabase()) {
            return owner.asSuperuser(session -> session
                    .query("select count(*) from pg_stat_activity where usename = 'ringback' and datname = current_database()")
                    .getFirst().getLong(0));
        }
    }

    /// What a stranger sees who is given the sessions next, often enough to meet each.
    private List<String> leftBehind() {
        return IntStream.range(0, 20).mapToObj(_ -> pool.query("select case when current_user = session_user "
                + "and coalesce(current_setting('request.jwt.claims', true), '') = '' then 'nobody' else current_user::text end as who")
                .execute().await().indefinitely().iterator().next().getString("who")).toList();
    }
}
