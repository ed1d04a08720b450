package dev.ringback.growth.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

/// A client moves its leads through the functions.
@QuarkusTest
class TagTest extends GrowthStage {

    private GivenGrowth.Client client;
    private String sarah;
    private String lead;

    @BeforeEach
    void a_lead() {
        client = GivenGrowth.client(mail, Map.of());
        sarah = GivenGrowth.somebody();
        lead = client.submits(sarah, ASKS);
        tick();
    }

    @Test
    void a_conversion_is_kept_in_the_documents_form() {
        // Given
        Api.advanceClock("P7D");

        // When
        move("tag", Map.of("tag", "Converted", "conversion_value", 5000)).body("changed", is(true), "previous_tag", is("Active"));

        // Then
        var learnt = learnt("conversion");
        assertThat(learnt).hasSize(1);
        assertThat(learnt.getFirst().fieldNames()).containsExactlyInAnyOrder("lead_id", "lead_name", "conversion_value", "days_to_convert",
                "touch_points", "initial_urgency", "initial_tone", "final_tag");
        assertThat(learnt.getFirst().getMap())
                .containsAllEntriesOf(Map.of("lead_id", lead, "lead_name", "Sarah Chen", "days_to_convert", 7, "touch_points", 2,
                        "initial_urgency", "High", "initial_tone", "Urgent", "final_tag", "Converted"));
        assertThat(learnt.getFirst().getDouble("conversion_value")).isEqualTo(5000);
        assertThat(actions()).containsExactly("insert Active false null", "update Active false null", "tag Converted true null");
    }

    @Test
    void a_reversion_says_why_and_may_be_followed_by_another_conversion() {
        // Given
        move("tag", Map.of("tag", "Converted"));
        Api.advanceClock("PT1M");
        move("tag", Map.of("tag", "Active"), 409).body("code", is("LEAD_CONVERTED"));

        // When
        move("revert", Map.of("reason", "Placed in converted by accident")).body("current_tag", is("Active"));
        Api.advanceClock("PT1M");
        move("tag", Map.of("tag", "Converted"));

        // Then
        assertThat(learnt("conversion")).hasSize(2);
        assertThat(learnt("reversion")).containsExactly(
                new JsonObject(Map.of("lead_id", lead, "reason", "Placed in converted by accident", "previous_tag", "Converted")));
        assertThat(actions()).endsWith("revert Active false Placed in converted by accident", "tag Converted true null");
        Api.get("growth-lead-timeline/" + lead, client.key()).body("entries.findAll { it.what == 'revert' }.detail",
                hasItem("Placed in converted by accident"));
    }

    @Test
    void a_converted_lead_that_was_archived_is_not_converted_again() {
        // Given
        move("tag", Map.of("tag", "Converted"));
        move("archive", Map.of());
        Api.get("growth-leads?tag=Archived", client.key()).body("items.id", hasItem(lead));

        // When
        move("restore", Map.of()).body("current_tag", is("Converted"));

        // Then
        assertThat(learnt("conversion")).hasSize(1);
    }

    @Test
    void a_deleted_lead_is_not_restored_where_its_address_lives_again() {
        // Given
        move("delete", Map.of());
        move("tag", Map.of("tag", "Active"), 409).body("code", is("LEAD_DELETED"));
        Api.get("growth-leads", client.key()).body("items", empty());
        var again = client.submits(sarah, "Hello again");

        // When
        var refused = move("restore", Map.of(), 409);

        // Then
        refused.body("code", is("LEAD_LIVES_AGAIN"), "message", containsString(again));
        Api.get("growth-leads?tag=Deleted", client.key()).body("items.id", is(List.of(lead)));
        Api.post("growth-lead-delete", client.key(), Map.of("lead_id", again)).statusCode(200);
        move("restore", Map.of()).body("current_tag", is("Active"));
    }

    @Test
    void what_supabase_js_writes_has_the_same_consequences() {
        // When
        database.asAuthenticated("{\"role\":\"authenticated\",\"app_metadata\":{\"client_id\":\"%s\"}}".formatted(client.id()),
                session -> session.query("update growth.lead_memory set current_tag = 'Converted' where id = $1", UUID.fromString(lead)));

        // Then
        assertThat(learnt("conversion")).hasSize(1);
        assertThat(actions()).contains("tag Converted true null");
    }

    @Test
    void an_import_brings_its_own_history() {
        // When
        database.asService(session -> {
            session.query("select set_config('engine.import', 'on', true)");
            return session.query("update growth.lead_memory set current_tag = 'Converted' where id = $1", UUID.fromString(lead));
        });

        // Then
        assertThat(actions()).noneMatch(action -> action.startsWith("tag"));
        assertThat(learnt("conversion")).isEmpty();
    }

    @Test
    void a_test_lead_teaches_nothing() {
        // Given
        Api.post("growth-test-data", Api.SECRET_KEY, Map.of("lead_ids", List.of(lead))).statusCode(200).body("items", hasSize(1));

        // When
        move("tag", Map.of("tag", "Converted"));

        // Then
        assertThat(learnt("conversion")).isEmpty();
        assertThat(actions()).endsWith("tag Converted true null");
    }

    @Test
    void another_clients_lead_is_not_found() {
        // Given
        var stranger = GivenGrowth.client(mail, Map.of());

        // When // Then
        Api.post("growth-lead-archive", stranger.key(), Map.of("lead_id", lead)).statusCode(404).body("code", is("NOT_FOUND"));
        assertThat(actions()).noneMatch(action -> action.startsWith("archive"));
    }

    private ValidatableResponse move(String verb, Map<String, ?> body) {
        return move(verb, body, 200);
    }

    private ValidatableResponse move(String verb, Map<String, ?> body, int status) {
        var whole = new HashMap<String, Object>(body);
        whole.put("lead_id", lead);
        return Api.post("growth-lead-" + verb, client.key(), whole).statusCode(status);
    }

    private List<JsonObject> learnt(String event) {
        return database.query("select learning_snapshot from growth.growth_brain where client_id = $1 and event_type = $2 order by created_at",
                UUID.fromString(client.id()), event).stream().map(row -> row.getJsonObject(0)).toList();
    }

    private List<String> actions() {
        return database.query("""
                select concat_ws(' ', action_type, tag, conversion_outcome::text, coalesce(reversion_reason, 'null'))
                  from growth.lead_actions where lead_id = $1 order by "timestamp", action_type\
                """, UUID.fromString(lead)).stream().map(row -> row.getString(0))
                .toList();
    }
}
