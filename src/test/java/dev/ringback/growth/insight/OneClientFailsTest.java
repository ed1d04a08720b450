package dev.ringback.growth.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;

/// A client whose insights cannot be computed within the time of a statement is no other client's misfortune.
@QuarkusTest
class OneClientFailsTest extends GrowthStage {

    private static final List<String> COMPUTED = List.of("engagement_score", "tone_distribution", "urgency_trend");

    @Test
    void a_client_that_takes_too_long_holds_up_nobody_and_is_computed_when_it_can_be() {
        // Given
        job("rollup-dirty");
        var large = GivenGrowth.client(mail, Map.of());
        var small = GivenGrowth.client(mail, Map.of());
        large.submits(GivenGrowth.somebody(), ASKS);
        small.submits(GivenGrowth.somebody(), ASKS);
        stall(large.id());

        // When
        job("rollup-dirty");

        // Then
        assertThat(insights(small.id())).containsExactlyElementsOf(COMPUTED);
        assertThat(insights(large.id())).isEmpty();
        assertThat(database.query("select 1 from engine.dirty_day where rollup = 'growth.growth_brain' and tenant = $1", large.id())).isNotEmpty();
        recover();
        job("rollup-dirty");
        assertThat(insights(large.id())).containsExactlyElementsOf(COMPUTED);
    }

    @AfterEach
    void recover() {
        database.asOwner(session -> {
            session.run("drop function if exists growth.stall() cascade");
            return null;
        });
    }

    // As the statement's time limit ends it.
    private static void stall(String client) {
        database.asOwner(session -> {
            session.run("""
                    create function growth.stall() returns trigger language plpgsql as $$
                    begin raise exception 'canceling statement due to statement timeout' using errcode = 'query_canceled'; end $$""");
            session.run("""
                    create trigger stall before insert on growth.growth_brain for each row when (new.client_id = '%s')
                    execute function growth.stall()""".formatted(client));
            return null;
        });
    }

    private static void job(String name) {
        RestAssured.given().header("x-job-secret", Api.JOB_SECRET).post(Api.path("jobs/" + name));
    }

    private static List<String> insights(String client) {
        return database.query("select event_type from growth.growth_brain where client_id = $1 and day is not null order by event_type",
                UUID.fromString(client)).stream().map(row -> row.getString(0)).toList();
    }
}
