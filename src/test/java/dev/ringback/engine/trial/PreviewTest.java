package dev.ringback.engine.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class PreviewTest extends GrowthStage {

    private static final Map<String, String> VARIABLES =
            Map.of("name", "Sarah Chen", "business_name", "Maple Roofing", "tagline", "", "booking_link", "", "urgency", "High");

    @AfterEach
    void release() {
        database.query("delete from engine.brake");
    }

    @Test
    void says_when_a_message_would_leave_and_what_it_would_say_and_writes_nothing() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();

        // When
        var answer = preview(client.id(), "email", sarah, Map.of());

        // Then
        answer.body("sends_at", is("2026-03-02T15:30:00Z")).body("rule", is("clear"))
                .body("wording.text", containsString("Hello Sarah Chen,")).body("wording.problem", nullValue())
                .body("steps", hasSize(1)).body("steps[0].verdicts", hasSize(15)).body("steps[0].verdicts.verdict", everyItem(is("clear")));
        assertThat(database.query("select id from engine.message where their_address = $1", sarah)).isEmpty();
        assertThat(database.query("select id from engine.work where tenant = $1", client.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # to          | place                                    | at                   | sends at             | steps
            +12125551234  | {}                                       | 2026-03-02T15:30:00Z | 2026-03-02T15:30:00Z | 1
            +12125551234  | {}                                       | 2026-03-03T02:00:00Z | 2026-03-03T13:00:00Z | 2
            +13055551234  | {}                                       | 2026-03-03T01:00:00Z | 2026-03-03T13:00:00Z | 2
            +12125551234  | {country=US, region=HI}                  | 2026-03-02T15:30:00Z | 2026-03-02T18:00:00Z | 2
            +18005551234  | {zone=America/Chicago, country=US, region=IL} | 2026-03-02T13:30:00Z | 2026-03-02T14:00:00Z | 2
            +61298765432  | {}                                       | 2026-03-02T15:30:00Z | 2026-03-02T15:30:00Z | 1
            """)
    void a_text_message_waits_for_the_recipients_own_morning(String to, String place, String at, String sendsAt, int steps) {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        database.query("insert into engine.sender_identity (pack, tenant, channel, display_name) values ('growth', $1, 'sms', 'Maple')", client.id());
        var more = new HashMap<String, Object>(Map.of("at", at));
        Arrays.stream(place.replaceAll("[{}]", "").split(", ")).filter(entry -> entry.contains("="))
                .forEach(entry -> more.put(entry.split("=")[0], entry.split("=")[1]));

        // When
        var answer = preview(client.id(), "sms", to, more);

        // Then
        answer.body("sends_at", is(sendsAt)).body("steps", hasSize(steps)).body("steps[-1].verdicts.verdict", everyItem(is("clear")));
    }

    @Test
    void every_rule_that_objects_is_told_and_the_first_one_decides() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        database.query("insert into engine.brake (tenant, reason) values ($1, 'complaints')", client.id());

        // When
        var answer = preview(client.id(), "sms", "+18005551234", Map.of());

        // Then
        answer.body("sends_at", nullValue()).body("rule", is("brake")).body("reason", is("complaints"))
                .body("steps[0].verdicts.findAll { it.verdict != 'clear' }.rule", contains("brake", "capability", "legal_window"))
                .body("steps[0].verdicts.findAll { it.verdict != 'clear' }.reason", contains("complaints", "no_sender_identity", "zone_unknown"));
    }

    @Test
    void a_subject_that_its_pack_protects_is_refused() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var nobody = Map.of("subject_kind", "lead", "subject_id", UUID.randomUUID().toString());

        // When
        var answer = preview(client.id(), "email", GivenGrowth.somebody(), nobody);

        // Then
        answer.body("sends_at", nullValue()).body("rule", is("subject")).body("reason", is("lead_deleted"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            template | no-such    | template_missing
            to       | nonsense   | -
            """)
    void what_cannot_be_said_or_reached_is_told(String member, String value, String problem) {
        // Given
        var client = GivenGrowth.client(mail, Map.of());

        // When
        var answer = preview(client.id(), "email", GivenGrowth.somebody(), Map.of(member, value));

        // Then
        if (problem.equals("-")) {
            answer.body("rule", is("capability")).body("reason", is("invalid_address"));
        } else {
            answer.body("wording.problem", is(problem));
        }
    }

    @Test
    void a_variable_that_is_missing_is_named() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());

        // When
        var answer = preview(client.id(), "email", GivenGrowth.somebody(), Map.of("variables", Map.of("name", "Sarah")));

        // Then
        answer.body("wording.problem", containsString("template_variable_missing:")).body("wording.text", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"pack,stationery", "zone,Mars/Olympus", "at,tomorrow", "channel,pigeon", "country,usa", "to,''", "step,''"})
    void a_plan_that_makes_no_sense_is_refused(String member, String value) {
        // Given
        var plan = plan("somebody", "email", GivenGrowth.somebody());
        plan.put(member, value);

        // When
        var answer = Api.post("preview", Api.SECRET_KEY, plan);

        // Then
        answer.statusCode(422).body("errors.field", hasItem(member));
    }

    @Test
    void strangers_may_not_ask() {
        Api.post("preview", Api.PUBLISHABLE_KEY, Map.of()).statusCode(403);
    }

    private static ValidatableResponse preview(String tenant, String channel, String to, Map<String, ?> more) {
        var plan = plan(tenant, channel, to);
        plan.putAll(more);
        return Api.post("preview", Api.SECRET_KEY, plan).statusCode(200);
    }

    private static Map<String, Object> plan(String tenant, String channel, String to) {
        return new HashMap<>(Map.of("pack", "growth", "tenant", tenant, "channel", channel, "to", to, "step", "lead-reply", "language", "en",
                "variables", VARIABLES));
    }
}
