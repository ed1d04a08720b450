package dev.ringback.engine.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.engine.work.Outcome;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// The triggers on a due column, alone: no job looks for what they missed.
@QuarkusTest
class DueColumnTest extends QueueStage {

    private static final Instant NOW = Instant.parse("2026-03-02T15:30:00Z");

    @BeforeAll
    static void a_table_with_a_due_column() {
        try (var owner = new TestDatabase()) {
            owner.query("create schema rehearsal");
            owner.query("create table rehearsal.part (id integer primary key, house text, next_at timestamptz, note text)");
            owner.query("select engine.keep_due('rehearsal.part', 'next_at', $1, 'id', 'part', 'house')", Rehearsal.KIND);
        }
    }

    @AfterAll
    static void it_goes() {
        try (var owner = new TestDatabase()) {
            owner.query("drop schema rehearsal cascade");
            owner.query("delete from engine.due_column where table_name like 'rehearsal.%'");
        }
    }

    @BeforeEach
    void no_rows() {
        sql.query("delete from rehearsal.part");
    }

    @Test
    void rows_with_a_due_time_have_work_and_others_none() {
        // When
        write("insert into rehearsal.part (id, house, next_at) values (1, 'one', $1), (2, 'two', $2), (3, 'two', null)", at(0), at(60));

        // Then
        assertThat(live()).containsExactly("1 one due", "2 two later");
        assertThat(sql.query("select work_id from engine.ready")).hasSize(1);
        assertThat(sql.query("select work_id from engine.waiting")).hasSize(1);
    }

    @Test
    void moving_moves_and_clearing_cancels_the_rows_of_one_statement() {
        // Given
        write("insert into rehearsal.part (id, next_at) select n, $1 from generate_series(1, 4) n", at(60));

        // When
        write("update rehearsal.part set next_at = case id when 1 then null when 2 then $1::timestamptz when 3 then next_at else $2 end", at(0),
                at(90));

        // Then
        assertThat(live()).containsExactly("2 - due", "3 - later", "4 - later");
        assertThat(sql.query("select from engine.ready")).hasSize(1);
        assertThat(sql.query("select due_at from engine.waiting order by due_at desc").getFirst().getOffsetDateTime(0).toInstant())
                .isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void a_row_that_goes_takes_its_work_along() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1), (2, $1)", at(60));

        // When
        write("delete from rehearsal.part where id = 1");

        // Then
        assertThat(live()).containsExactly("2 - later");
        assertThat(count("waiting")).isOne();
    }

    @Test
    void a_row_that_gets_another_key_keeps_its_due_time() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(60));

        // When
        write("update rehearsal.part set id = 7");

        // Then
        assertThat(live()).containsExactly("7 - later");
    }

    @Test
    void other_columns_change_nothing() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(60));

        // When
        write("update rehearsal.part set note = 'x'");

        // Then
        assertThat(sql.query("select revision from engine.work").getFirst().getInteger(0)).isZero();
    }

    @Test
    void writing_by_a_projection_or_an_import_moves_it_all_the_same() {
        // When
        write("insert into rehearsal.part (id, next_at) select 1, $1::timestamptz "
                + "from set_config('engine.origin', 'projection', true) o, set_config('engine.import', 'on', true) i", at(60));

        // Then
        assertThat(live()).containsExactly("1 - later");
    }

    @Test
    void moved_while_it_is_worked_it_runs_again_at_the_last_time_that_was_set() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(0));
        var claim = claim(30);

        // When
        write("update rehearsal.part set next_at = $1", at(60));
        write("update rehearsal.part set next_at = $1", at(120));
        complete(claim, new Outcome.Done());

        // Then
        assertThat(waits()).containsExactly(NOW.plusSeconds(120));
    }

    @Test
    void moved_ahead_while_it_failed_it_runs_at_the_time_that_was_set() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(0));
        var claim = claim(30);

        // When
        write("update rehearsal.part set next_at = $1", at(60));
        complete(claim, new Outcome.Failed("broken world"));

        // Then
        assertThat(waits()).containsExactly(NOW.plusSeconds(60));
        assertThat(sql.query("select attempts from engine.work").getFirst().getInteger(0)).isZero();
    }

    @Test
    void cleared_while_it_is_worked_it_is_gone() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(0));
        var claim = claim(30);

        // When
        write("update rehearsal.part set next_at = null");
        complete(claim, new Outcome.Snoozed(NOW.plusSeconds(60), "later"));

        // Then
        assertThat(live()).isEmpty();
        assertThat(waits()).isEmpty();
    }

    @Test
    void cleared_and_set_again_while_it_is_worked_the_last_value_counts() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(0));
        var claim = claim(30);

        // When
        write("update rehearsal.part set next_at = null");
        write("update rehearsal.part set next_at = $1", at(300));
        complete(claim, new Outcome.Done());

        // Then
        assertThat(waits()).containsExactly(NOW.plusSeconds(300));
        Api.advanceClock("PT5M");
        promote();
        assertThat(claim(30).items()).hasSize(1);
    }

    @Test
    void moved_back_after_it_was_ready_it_waits() {
        // Given
        write("insert into rehearsal.part (id, next_at) values (1, $1)", at(0));

        // When
        write("update rehearsal.part set next_at = $1", at(60));

        // Then
        assertThat(claim(30).items()).isEmpty();
        assertThat(waits()).containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void what_the_triggers_missed_is_found() {
        // Given
        sql.query("alter table rehearsal.part disable trigger user");
        write("insert into rehearsal.part (id, next_at) values (1, $1), (2, $2)", at(0), at(60));
        sql.query("alter table rehearsal.part enable trigger user");

        // When
        var missed = write("select engine.enqueue_missed(100)");

        // Then
        assertThat(missed).isEqualTo(1);
        assertThat(live()).containsExactly("1 - due");
        assertThat(write("select engine.enqueue_missed(100)")).isZero();
    }

    private static Object at(int seconds) {
        return NOW.plusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }

    // As the application: with its business time.
    private int write(String statement, Object... parameters) {
        return sql.asOwner(session -> {
            session.query("select set_config('engine.now', $1, true)", NOW.toString());
            var rows = session.query(statement, parameters);
            return rows.isEmpty() ? 0 : rows.getFirst().getInteger(0);
        });
    }

    private static List<String> live() {
        return sql.query("""
                select concat_ws(' ', subject_id, coalesce(tenant, '-'), case when due_at <= '2026-03-02T15:30:00Z' then 'due' else 'later' end)
                  from engine.work order by subject_id""").stream().map(row -> row.getString(0)).toList();
    }

    private static List<Instant> waits() {
        return sql.query("select due_at from engine.waiting order by due_at").stream().map(row -> row.getOffsetDateTime(0).toInstant()).toList();
    }
}
