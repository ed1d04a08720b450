package dev.ringback.growth.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.sqlclient.Row;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GivenProspects;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.ProspectSite;
import dev.ringback.testing.Schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/// The document's queries about insights and prospects, as they stand there, on what our functions made.
@QuarkusTest
class InsightQueriesTest extends GrowthStage {

    private static final String DOCUMENTED_CLIENT = "550e8400-e29b-41d4-a716-446655440000";

    @Test
    void the_latest_insights_are_those_of_todays_leads() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        client.submits(GivenGrowth.somebody(), ASKS);
        client.submits(GivenGrowth.somebody(), "Hello, do you also repair gutters?");
        job("rollup-dirty");

        // When
        var rows = documented(client.id(), """
                SELECT
                  event_type,
                  insight_text,
                  learning_snapshot->'metrics' as metrics,
                  confidence,
                  created_at
                FROM growth_brain
                WHERE client_id = '550e8400-e29b-41d4-a716-446655440000'
                ORDER BY created_at DESC
                LIMIT 10;""");

        // Then
        assertThat(rows).extracting(row -> row.getString("event_type")).containsExactlyInAnyOrder("engagement_score", "urgency_trend",
                "tone_distribution");
        var engagement = rows.stream().filter(row -> row.getString("event_type").equals("engagement_score")).findFirst().orElseThrow();
        assertThat(engagement.getJsonObject("metrics").getInteger("total_leads")).isEqualTo(2);
        assertThat(engagement.getJsonObject("metrics").getDouble("high_urgency_pct")).isEqualTo(0.5);
        Api.get("growth-insights?event_type=urgency_trend", client.key()).statusCode(200).body("items.size()", is(1),
                "items[0].learning_snapshot.trend", is("stable"), "items[0].created_at", notNullValue());
    }

    @Test
    void metrics_are_extracted_per_client_and_tests_are_not_counted() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        client.submits(GivenGrowth.somebody(), ASKS);
        Api.post("growth-lead-submit", client.key(), Map.of("email", GivenGrowth.somebody(), "name", "Test", "message", ASKS, "is_test", true))
                .statusCode(200);
        job("growth-daily");
        job("rollup-dirty");

        // When
        var rows = documented(client.id(), """
                SELECT
                  client_id,
                  learning_snapshot->'metrics'->>'total_leads' as total_leads,
                  learning_snapshot->'metrics'->>'conversion_rate' as conversion_rate
                FROM growth_brain
                WHERE event_type = 'engagement_score';""").stream()
                .filter(row -> row.getUUID("client_id").equals(UUID.fromString(client.id()))).toList();

        // Then
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().getString("total_leads")).isEqualTo("1");
        assertThat(rows.getFirst().getString("conversion_rate")).isEqualTo("0.00");
    }

    @Test
    void a_pattern_is_found_by_its_type() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        Api.setClock("2026-03-02T15:30:00Z");
        for (var i = 0; i < 6; i++) {
            client.submits(GivenGrowth.somebody(), "Hello, I am planning for next year, no rush.");
        }
        Api.setClock("2026-03-10T15:30:00Z");
        for (var i = 0; i < 6; i++) {
            client.submits(GivenGrowth.somebody(), ASKS);
        }
        job("rollup-dirty");

        // When
        var rows = documented(client.id(), """
                SELECT * FROM growth_brain
                WHERE learning_snapshot->>'pattern_type' = 'urgency_increasing';""").stream()
                .filter(row -> row.getUUID("client_id").equals(UUID.fromString(client.id()))).toList();

        // Then
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().getJsonObject("learning_snapshot").getInteger("affected_leads")).isEqualTo(6);
        assertThat(Schemas.violations("pattern_detected", rows.getFirst().getJsonObject("learning_snapshot").encode())).isEmpty();
    }

    @Test
    void events_of_high_confidence_are_found_by_their_metrics() {
        // When
        var rows = documented(DOCUMENTED_CLIENT, """
                SELECT * FROM growth_brain
                WHERE (learning_snapshot->'metrics'->>'avg_confidence')::numeric > 0.8;""");

        // Then
        assertThat(rows).allSatisfy(row -> assertThat(row.getJsonObject("learning_snapshot").getJsonObject("metrics").getDouble("avg_confidence"))
                .isGreaterThan(0.8));
    }

    @Test
    void the_high_priority_prospects_are_the_silent_ones() {
        // Given
        try (var site = new ProspectSite()) {
            var prospect = GivenProspects.prospect(Map.of("form_url", site.page("contact?priority"), "business_name", "Silent " + UUID.randomUUID()));
            var unknown = GivenProspects.prospect(Map.of("business_name", "Unknown " + UUID.randomUUID()));
            Api.post("growth-prospect-probe", Api.SECRET_KEY, Map.of("prospect_ids", List.of(prospect))).statusCode(200);
            Api.dispatch();
            Api.advanceClock("PT2H");
            Api.dispatch();

            // When
            var rows = documented(DOCUMENTED_CLIENT, """
                    SELECT
                      business_name,
                      industry,
                      region,
                      automation_need_score,
                      contacted,
                      website
                    FROM prospect_candidates
                    WHERE automation_need_score >= 70
                      AND contacted = false
                    ORDER BY automation_need_score DESC
                    LIMIT 20;""");

            // Then
            assertThat(rows).extracting(row -> row.getString("business_name")).contains(name(prospect)).doesNotContain(name(unknown));
            assertThat(rows).allSatisfy(row -> assertThat(row.getBigDecimal("automation_need_score").intValue()).isGreaterThanOrEqualTo(70));
        }
    }

    private static List<Row> documented(String client, String sql) {
        return database.asService(session -> {
            session.query("select set_config('search_path', 'growth', true)");
            return session.query(sql.replace(DOCUMENTED_CLIENT, client));
        });
    }

    private static String name(String prospect) {
        return database.query("select business_name from growth.prospect_candidates where id = $1::text::uuid", prospect).getFirst().getString(0);
    }

    private static void job(String name) {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name)).then().statusCode(200);
    }
}
