package dev.ringback.growth.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.sqlclient.Row;

import dev.ringback.testing.Api;
import dev.ringback.testing.Cases;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.Schemas;

import static org.assertj.core.api.Assertions.assertThat;

/// What was computed day by day, as things happened, is what is computed afterwards from all that happened.
@QuarkusTest
class InsightsRebuildTest extends GrowthStage {

    private static final int DAYS = Boolean.getBoolean("ringback.soak") ? 365 : 120;

    @Test
    void a_year_of_insights_is_built_again_byte_for_byte(TestReporter reporter) {
        Cases.check(1, random -> {
            // Given
            var clients = Stream.of("America/Toronto", "Pacific/Auckland", "UTC").map(zone -> GivenGrowth.client(mail, Map.of("time_zone", zone)))
                    .map(client -> UUID.fromString(client.id())).toList();
            live(random, new LeadYear(database, random, clients));
            var before = insights(clients);
            database.query("delete from growth.growth_brain where day is not null and client_id = any ($1)", (Object) clients.toArray(UUID[]::new));

            // When
            clients.forEach(client -> Api.post("rollup-rebuild", Api.SECRET_KEY,
                    Map.of("rollup", "growth.growth_brain", "pack", "growth", "tenant", client.toString())).statusCode(200));
            job("rollup-dirty");

            // Then
            reporter.publishEntry("rows built again", Integer.toString(before.size()));
            assertThat(before).hasSizeGreaterThan(3 * DAYS);
            assertThat(insights(clients)).isEqualTo(before);
            assertThat(kinds(clients)).containsExactlyInAnyOrder("conversion_prediction", "engagement_score", "pattern_detected", "tone_distribution",
                    "urgency_trend");
            assertThat(snapshots(clients)).allSatisfy(row -> assertThat(Schemas.violations(row.getString(0), row.getString(1))).isEmpty());
        });
    }

    // The jobs run on some days and not on others.
    private static void live(RandomGenerator random, LeadYear year) {
        var now = Instant.parse("2027-01-01T21:00:00Z");
        for (var day = 1; day <= DAYS; day++) {
            Api.setClock(now.toString());
            year.day(now);
            if (random.nextInt(6) == 0 || day == DAYS) {
                job("rollup-daily");
                job("rollup-dirty");
            }
            now = now.plus(Duration.ofDays(1));
        }
    }

    private static void job(String name) {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name)).then().statusCode(200);
    }

    private static List<String> insights(List<UUID> clients) {
        return query("select b::text from growth.growth_brain b where client_id = any ($1) order by id", clients).stream()
                .map(row -> row.getString(0)).toList();
    }

    private static List<String> kinds(List<UUID> clients) {
        return query("select distinct event_type from growth.growth_brain where client_id = any ($1)", clients).stream().map(row -> row.getString(0))
                .toList();
    }

    private static List<Row> snapshots(List<UUID> clients) {
        return query("select event_type, learning_snapshot::text from growth.growth_brain where client_id = any ($1)", clients);
    }

    private static List<Row> query(String sql, List<UUID> clients) {
        return database.query(sql, (Object) clients.toArray(UUID[]::new));
    }
}
