package dev.ringback.engine.column;

import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static java.util.Map.of;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class RecordColumnsTest {

    private static TestDatabase database;

    private final UUID lead = UUID.randomUUID();
    private final String email = "office.%s@builders.example".formatted(lead);

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void a_contractor_lead() {
        Api.setClock("2026-03-02T15:30:00Z");
        database.query("insert into bids.contractor_leads (id, company_name, email) values ($1, 'Birch Builders', $2)", lead, email);
        database.query("insert into bids.contractor_engagement_summary (contractor_lead_id) values ($1)", lead);
        Api.dispatch();
    }

    @Test
    void an_opt_out_written_by_hand_becomes_a_line_of_the_ledger() {
        // When
        database.query("update bids.contractor_engagement_summary set opt_out_all = true where contractor_lead_id = $1", lead);
        Api.dispatch();

        // Then
        standing().body("families.suppressed", contains("opted_out", "opted_out", "opted_out"))
                .body("entries.source", hasItem("column:bids.contractor_engagement_summary.opt_out_all"));
    }

    @Test
    void what_the_hand_takes_back_it_ends() {
        // Given
        database.query("update bids.contractor_engagement_summary set opt_out_email = true where contractor_lead_id = $1", lead);
        Api.dispatch();

        // When
        database.query("update bids.contractor_engagement_summary set opt_out_email = false where contractor_lead_id = $1", lead);
        Api.dispatch();

        // Then
        standing().body("families.suppressed", contains(nullValue(), nullValue(), nullValue())).body("entries.event", contains("granted", "revoked"));
    }

    @Test
    void taking_a_column_back_ends_no_no_that_was_said_since() {
        // Given
        database.query("update bids.contractor_engagement_summary set opt_out_all = true where contractor_lead_id = $1", lead);
        Api.dispatch();
        Api.post("consent-revoke", Api.SECRET_KEY, of("pack", "bids", "tenant", "bids", "address", email, "source", "by telephone")).statusCode(200);

        // When
        database.query("update bids.contractor_engagement_summary set opt_out_all = false where contractor_lead_id = $1", lead);
        Api.dispatch();

        // Then
        standing().body("families.suppressed", contains("opted_out", "opted_out", "opted_out"));
    }

    private ValidatableResponse standing() {
        return Api.post("consent-query", Api.SECRET_KEY, of("pack", "bids", "tenant", "bids", "address", email)).statusCode(200);
    }
}
