package dev.ringback.growth.maintenance;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/// Test data is found, confirmed by a human and purged by id; old leads are archived; sizes are told.
@QuarkusTest
class PurgeTest extends GrowthStage {

    private GivenGrowth.Client client;

    @BeforeEach
    void a_client() {
        client = GivenGrowth.client(mail, Map.of());
    }

    @Test
    void what_looks_like_a_test_is_suggested_and_a_contest_is_not() {
        // Given
        var suggested =
                List.of(client.submits("test@people.org", "Hi"), client.submits("jo.test+1@people.org", "Hi"), client.submits("a@example.com", "Hi"));
        var real = client.submits("contest@testimonials.org", "Hi");

        // When
        var listed = Api.get("growth-test-data?client_id=" + client.id(), Api.SECRET_KEY).statusCode(200);

        // Then
        suggested.forEach(id -> listed.body("items.findAll { !it.confirmed }.id", hasItem(id)));
        listed.body("items.id", not(hasItem(real)));
        Api.get("growth-test-data", client.key()).statusCode(403);
    }

    @Test
    void only_what_was_confirmed_and_shown_is_purged() {
        // Given
        var lead = client.submits("test@people.org", "Hi");
        var real = client.submits(GivenGrowth.somebody(), "Hi");
        purge(List.of(lead, real), null, 200).body("leads", is(0));
        Api.post("growth-test-data", Api.SECRET_KEY, Map.of("lead_ids", List.of(lead))).statusCode(200).body("items.confirmed", contains(true));
        String digest =
                purge(List.of(lead, real), null, 200).body("dry_run", is(true), "leads", is(1), "actions", is(1)).body("refused", contains(real))
                        .extract().path("digest");
        purge(List.of(lead), "0".repeat(64), 409).body("code", is("TEST_DATA_CHANGED"));

        // When
        purge(List.of(lead, real), digest, 200).body("dry_run", is(false), "leads", is(1));

        // Then
        assertThat(database.query("select id from growth.lead_memory where client_id = $1", UUID.fromString(client.id())))
                .extracting(row -> row.getUUID(0)).containsExactly(UUID.fromString(real));
        assertThat(database.query("select 1 from growth.lead_actions where lead_id = $1", UUID.fromString(lead))).isEmpty();
    }

    @Test
    void a_purge_that_would_take_more_than_was_shown_is_refused() {
        // Given
        Api.post("growth-test-data", Api.SECRET_KEY, Map.of("client_ids", List.of(client.id()))).statusCode(200);
        client.submits(GivenGrowth.somebody(), "Hi");
        String digest = Api.post("growth-test-purge", Api.SECRET_KEY, Map.of("client_ids", List.of(client.id()))).statusCode(200)
                .body("clients", is(1), "leads", is(1)).extract().path("digest");
        client.submits(GivenGrowth.somebody(), "Hi");

        // When
        var refused = Api.post("growth-test-purge", Api.SECRET_KEY, Map.of("client_ids", List.of(client.id()), "digest", digest));

        // Then
        refused.statusCode(409);
        assertThat(database.query("select 1 from growth.clients where client_id = $1", UUID.fromString(client.id()))).hasSize(1);
    }

    @Test
    void a_year_without_activity_archives_an_active_lead() {
        // Given
        var idle = client.submits(GivenGrowth.somebody(), "Hi");
        var kept = client.submits(GivenGrowth.somebody(), "Hi");
        tick();
        Api.advanceClock("P200D");
        Api.post("growth-lead-tag", client.key(), Map.of("lead_id", kept, "tag", "Follow-Up")).statusCode(200);
        Api.post("growth-lead-tag", client.key(), Map.of("lead_id", kept, "tag", "Active")).statusCode(200);
        Api.advanceClock("P170D");

        // When
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/leads-auto-archive")).then().statusCode(200);

        // Then
        Api.get("growth-leads/" + idle, client.key()).body("current_tag", is("Archived"));
        Api.get("growth-leads/" + kept, client.key()).body("current_tag", is("Active"));
        assertThat(
                database.query("select action_type from growth.lead_actions where lead_id = $1 and action_type = 'archive'", UUID.fromString(idle)))
                .hasSize(1);
    }

    @Test
    void sizes_are_told_to_the_service_alone() {
        Api.get("growth-storage-report", Api.SECRET_KEY).statusCode(200).body("indexes.size()", greaterThan(20))
                .body("indexes.indexname", hasItem("idx_lead_memory_client_active"));
        Api.get("growth-storage-report", client.key()).statusCode(403);
    }

    private static ValidatableResponse purge(List<String> leads, String digest, int status) {
        return Api.post("growth-test-purge", Api.SECRET_KEY, digest == null ? Map.of("lead_ids", leads) : Map.of("lead_ids", leads, "digest", digest))
                .statusCode(status);
    }
}
