package dev.ringback.engine.deadletter;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
class DeadLettersTest {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void none_from_before() {
        Api.setClock("2026-03-02T15:30:00Z");
        database.query("delete from engine.dead_letter");
    }

    @Test
    void letters_are_listed_with_what_is_needed_to_judge_them() {
        // Given
        letter("older", "2026-03-02T15:00:00Z");
        letter("newer", "2026-03-02T15:20:00Z");

        // When
        var first = Api.get("dead-letters?limit=1", Api.SECRET_KEY).statusCode(200)
                .body("items", hasSize(1), "items[0].subject_id", is("newer"), "items[0].payload.step", is("reply"),
                        "items[0].history", contains("15:10 broken world"), "next_cursor", notNullValue())
                .extract();

        // Then
        Api.get("dead-letters?cursor=" + first.path("next_cursor"), Api.SECRET_KEY).body("items.subject_id", contains("older"));
        Api.get("dead-letters", Api.PUBLISHABLE_KEY).statusCode(403);
    }

    @Test
    void a_replayed_letter_is_work_again() {
        // Given
        var id = letter("lead-1", "2026-03-02T15:00:00Z");

        // When
        Api.post("dead-letters/replay", Api.SECRET_KEY, Map.of("ids", List.of(id))).statusCode(200).body("closed", is(1));

        // Then
        var work =
                database.query("select subject_id, attempts, payload ->> 'step', stop_on_reply from engine.work where dedupe_key = 'letter:lead-1'");
        database.query("select engine.cancel_all('{letter:lead-1}')");
        assertThat(work).singleElement()
                .satisfies(row -> assertThat(List.of(row.getString(0), row.getInteger(1), row.getString(2), row.getBoolean(3)))
                        .containsExactly("lead-1", 0, "reply", true));
        Api.get("dead-letters", Api.SECRET_KEY).body("items", empty());
        Api.post("dead-letters/replay", Api.SECRET_KEY, Map.of("ids", List.of(id))).body("closed", is(0));
    }

    @Test
    void a_discarded_letter_is_kept_but_not_done() {
        // Given
        var id = letter("lead-2", "2026-03-02T15:00:00Z");

        // When
        Api.post("dead-letters/discard", Api.SECRET_KEY, Map.of("ids", List.of(id))).statusCode(200).body("closed", is(1));

        // Then
        assertThat(database.query("select from engine.work where dedupe_key = 'letter:lead-2'")).isEmpty();
        assertThat(database.query("select closed_as from engine.dead_letter where id = $1", UUID.fromString(id)).getFirst().getString(0))
                .isEqualTo("discarded");
        Api.get("dead-letters", Api.SECRET_KEY).body("items", empty());
    }

    @Test
    void nothing_chosen_is_refused() {
        // When // Then
        Api.post("dead-letters/replay", Api.SECRET_KEY, Map.of("ids", List.of())).statusCode(422);
        Api.post("dead-letters/discard", Api.SECRET_KEY, Map.of()).statusCode(422);
    }

    private static String letter(String subject, String diedAt) {
        return database.query("""
                insert into engine.dead_letter (work_id, pack, kind, subject_kind, subject_id, dedupe_key, stop_on_reply, attempts, last_error,
                                                history, payload, created_at, died_at)
                values (1, 'engine', 'engine.nobodys', 'lead', $1, 'letter:' || $1, true, 8, 'broken world', '{15:10 broken world}',
                        '{"step": "reply"}', $2::text::timestamptz, $2::text::timestamptz)
                returning id::text""", subject, diedAt).getFirst().getString(0);
    }
}
