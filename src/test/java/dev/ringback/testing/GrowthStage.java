package dev.ringback.testing;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// What a conversation with leads needs around it: a mail server, the database, and a Monday morning in Toronto. What an
/// earlier test left to be done is done before.
public abstract class GrowthStage {

    protected static final String ASKS = "Hi! Our roof leaks, this is urgent. How much would a repair cost?";

    protected static MailServer mail;
    protected static TestDatabase database;

    @BeforeAll
    static void open() {
        mail = new MailServer();
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        mail.close();
        database.close();
    }

    @BeforeEach
    void monday_morning() {
        Api.setClock("2026-03-02T15:30:00Z");
        Api.dispatch();
    }

    /// One tick, and a minute on.
    protected static void tick() {
        Api.dispatch();
        Api.advanceClock("PT1M");
    }

    /// What was done with a lead, in order.
    protected static List<String> history(String lead) {
        return database.query("select detail from growth.lead_actions where lead_id = $1 order by \"timestamp\", detail <> 'submitted'",
                UUID.fromString(lead)).stream().map(row -> row.getString(0)).toList();
    }
}
