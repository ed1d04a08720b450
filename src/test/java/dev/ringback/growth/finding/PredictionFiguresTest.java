package dev.ringback.growth.finding;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;

import dev.ringback.testing.Api;
import dev.ringback.testing.Cases;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// The leads on which a prediction stands, as the database finds them and as one counts them by hand.
@QuarkusTest
class PredictionFiguresTest extends GrowthStage {

    private static final Instant NOW = Instant.parse("2026-06-01T15:30:00Z");
    private static final int LEADS = 260;
    private static final int YOUNG = 6;
    private static final String LEAD = """
            insert into growth.lead_memory (id, client_id, email, name, "timestamp", last_updated, last_submitted_at)
            select id, $1::uuid, id || '@people.example', 'Sarah', at, at, at from unnest($2::uuid[], $3::timestamptz[]) as l (id, at)""";
    private static final String ACTION = """
            insert into growth.lead_actions (lead_id, client_id, action_type, tag, conversion_outcome, "timestamp")
            select id, $1::uuid, $4::text, $5::text, $4::text = 'tag', at
              from unnest($2::uuid[], $3::timestamptz[]) as a (id, at) where at is not null""";

    /// @param convertedAt null for never
    /// @param revertedAt  null for never
    private record Past(UUID id, Instant at, Instant convertedAt, Instant revertedAt) {

        boolean counts() {
            return convertedAt != null && !convertedAt.isAfter(at.plus(Duration.ofDays(30)))
                    && (revertedAt == null || revertedAt.isBefore(convertedAt));
        }
    }

    @Test
    void are_those_since_the_hundredth_last_conversion_that_had_their_thirty_days() {
        Cases.check(2, random -> {
            // Given
            Api.setClock(NOW.toString());
            var client = UUID.fromString(GivenGrowth.client(mail, Map.of("time_zone", "UTC")).id());
            var rate = random.nextDouble();
            var leads = leads(random, rate);
            keep(client, leads);

            // When
            RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/rollup-dirty")).then().statusCode(200);

            // Then
            var expected = byHand(leads);
            var found =
                    database.query("select learning_snapshot from growth.growth_brain where client_id = $1 and event_type = 'conversion_prediction' "
                            + "order by created_at desc limit 1", client).stream().map(row -> row.getJsonObject(0)).toList();
            assertThat(found).hasSize(expected.conversions() < 20 ? 0 : 1).allSatisfy(snapshot -> assertStandsOn(snapshot, expected));
        });
    }

    private static void assertStandsOn(JsonObject snapshot, Figures.Trials expected) {
        var interval = WilsonInterval.of(expected.conversions(), expected.leads());
        assertThat(snapshot.getString("based_on")).isEqualTo(expected.conversions() + " historical conversions");
        assertThat(snapshot.getJsonObject("conversion_rate").getDouble("lower")).isEqualTo(rounded(interval.lower()));
        assertThat(snapshot.getJsonObject("conversion_rate").getDouble("upper")).isEqualTo(rounded(interval.upper()));
    }

    private static double rounded(double share) {
        return BigDecimal.valueOf(Math.round(share * 10_000), 4).doubleValue();
    }

    private static Figures.Trials byHand(List<Past> leads) {
        var midnight = NOW.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        var trials = Figures.Trials.NONE;
        for (var lead : leads) {
            if (lead.at().isBefore(midnight.minus(Duration.ofDays(30))) && trials.conversions() < 100) {
                trials = trials.plus(new Figures.Trials(1, lead.counts() ? 1 : 0));
            }
        }
        return trials;
    }

    // The latest first; the first few are too young to count.
    private static List<Past> leads(RandomGenerator random, double rate) {
        var leads = new ArrayList<Past>();
        for (var i = 0; i < LEADS; i++) {
            var at = NOW.minus(Duration.ofHours(i < YOUNG ? 24L * (i + 1) : 24L * 31 + 20L * i));
            var convertedAt = random.nextDouble() < rate ? at.plus(Duration.ofHours(random.nextInt(24 * 34))) : null;
            var revertedAt = convertedAt != null && random.nextInt(10) == 0 ? convertedAt.plus(Duration.ofHours(random.nextInt(-5, 100))) : null;
            leads.add(new Past(UUID.randomUUID(), at, early(convertedAt), early(revertedAt)));
        }
        return leads;
    }

    private static Instant early(Instant at) {
        return at == null || at.isBefore(NOW) ? at : NOW;
    }

    private static void keep(UUID client, List<Past> leads) {
        database.asOwner(session -> {
            session.query("select set_config('engine.import', 'on', true)");
            session.query(LEAD, client, ids(leads), times(leads, Past::at));
            session.query(ACTION, client, ids(leads), times(leads, Past::convertedAt), "tag", "Converted");
            return session.query(ACTION, client, ids(leads), times(leads, Past::revertedAt), "revert", "Active");
        });
    }

    private static UUID[] ids(List<Past> leads) {
        return leads.stream().map(Past::id).toArray(UUID[]::new);
    }

    private static OffsetDateTime[] times(List<Past> leads, Function<Past, Instant> time) {
        return leads.stream().map(time).map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
    }
}
