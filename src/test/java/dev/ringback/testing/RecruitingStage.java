package dev.ringback.testing;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import io.vertx.sqlclient.Row;

/// What a conversation with candidates needs around it: the database, a number of ours, and a Monday morning in London. What an earlier
/// test left to be done is done before.
public abstract class RecruitingStage {

    protected static TestDatabase database;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
        database.query("update engine.sender_identity set address = $1 where pack = 'recruiting'", GivenRecruiting.OUR_NUMBER);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void monday_morning() {
        Api.setClock("2026-03-02T10:00:00Z");
        Api.dispatch();
    }

    // Silent candidates would be reminded in other tests' ticks.
    @AfterEach
    void leave_no_work() {
        database.query("update recruiting.session_info set next_reminder_at = null where next_reminder_at is not null");
        database.query("update recruiting.campaign_info set expire_at = null where expire_at is not null");
        database.query("delete from engine.work where pack = 'recruiting'");
    }

    /// One tick, and a minute on.
    protected static void tick() {
        Api.dispatch();
        Api.advanceClock("PT1M");
    }

    /// What is shown of a session's messages: who, what and how far.
    protected static List<String> chat(String session) {
        return database.query("select message from recruiting.chat_history where session_id = $1 order by id", session).stream()
                .map(row -> row.getJsonObject(0))
                .map(message -> "%s: %s (%s)".formatted(message.getString("sender"), message.getString("text"), message.getString("status")))
                .toList();
    }

    protected static Row row(String session) {
        return database.query("select * from recruiting.session_info where session_id = $1", session).getFirst();
    }

    protected static Instant at(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    /// How a session's messages stand: step, status and reason, in the order in which they were planned.
    protected static List<String> messages(String session) {
        return database
                .query("select step, status::text, coalesce(reason, '') as reason from engine.message where subject_id = $1 and direction = 'out'"
                        + " order by planned_at, step", session)
                .stream()
                .map(row -> "%s %s %s".formatted(row.getString(0), row.getString(1), row.getString(2)).strip()).toList();
    }
}
