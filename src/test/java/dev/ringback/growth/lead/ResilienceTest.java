package dev.ringback.growth.lead;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.LocalStackResource;
import dev.ringback.testing.MailWorker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/// What happens when a server beside the application goes away.
@QuarkusTest
class ResilienceTest extends GrowthStage {

    @Test
    void without_redis_the_conversation_goes_on_and_readiness_says_degraded() throws Exception {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        LocalStackResource.stopRedis();

        // When
        var lead = client.submits(sarah, "How much is a new roof?");
        Api.dispatch();
        MailWorker.handIn(MailWorker.mail(sarah, client.address(), mail.sentTo(sarah).getFirst().getMessageID(), "Yes please")).statusCode(200);
        Api.dispatch();

        // Then
        try {
            Api.get("growth-lead-timeline/" + lead, client.key()).body("entries.detail", hasItem("replied"));
            Api.get("health", "").statusCode(200).body("status", is("degraded"), "redis", is("degraded"), "database", is("ok"));
            RestAssured.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"))
                    .body("checks.find { it.name == 'redis' }.data.status", is("degraded"));
        } finally {
            LocalStackResource.startRedis();
        }
        Api.get("health", "").body("redis", is("ok"));
    }

    @Test
    void after_a_restart_of_postgres_the_next_request_works() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        LocalStackResource.stopPostgres();
        Api.get("health", "").statusCode(200).body("status", is("down"), "database", is("down"));
        Api.get("growth-leads", client.key()).statusCode(503).body("code", is("DATABASE_UNAVAILABLE"));

        // When
        LocalStackResource.startPostgres();
        client.submits(sarah, "How much is a new roof?");
        Api.dispatch();

        // Then
        assertThat(mail.sentTo(sarah)).hasSize(1);
        Api.get("health", "").body("status", is("ok"));
    }
}
