package dev.ringback.engine.brake;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/// An emergency stop through its function, and the lock on a copied database.
@QuarkusTest
class HoldSendsTest extends GrowthStage {

    @AfterEach
    void everything_goes_again() {
        database.query("delete from engine.brake");
        Api.post("environment", Api.SECRET_KEY, Map.of()).statusCode(200);
    }

    @Test
    void a_brake_holds_what_it_covers_until_it_is_released() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        Api.post("brake", Api.SECRET_KEY, Map.of("tenant", client.id(), "channel", "email", "reason", "complaints")).statusCode(200)
                .body("pack", is("*"));
        client.submits(sarah, ASKS);
        Api.dispatch();
        var sentUnderBrake = mail.sentTo(sarah).size();

        // When
        release(client.id()).then().statusCode(200);
        Api.advanceClock("PT5M");
        Api.dispatch();

        // Then
        assertThat(sentUnderBrake).isZero();
        assertThat(mail.sentTo(sarah)).hasSize(1);
        assertThat(database.query("select action from engine.audit where object_id = $1 order by id", "*/" + client.id() + "/email")
                .stream().map(row -> row.getString(0))).containsExactly("engine.brake.set", "engine.brake.released");
        release(client.id()).then().statusCode(404);
    }

    @Test
    void the_brakes_that_are_on_are_listed() {
        // When
        Api.post("brake", Api.SECRET_KEY, Map.of("channel", "sms", "reason", "complaints")).statusCode(200);

        // Then
        Api.get("brake", Api.SECRET_KEY).statusCode(200).body("brakes.channel", hasItem("sms"));
        Api.get("brake", Api.PUBLISHABLE_KEY).statusCode(403);
        Api.post("brake", Api.SECRET_KEY, Map.of("channel", "pigeon", "reason", "complaints")).statusCode(422);
    }

    @Test
    void a_copied_database_sends_nothing_until_it_is_claimed() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var sarah = GivenGrowth.somebody();
        client.submits(GivenGrowth.somebody(), ASKS);
        Api.dispatch();
        database.query("update engine.environment set project = 'the-original'");
        var lead = client.submits(sarah, ASKS);
        Api.dispatch();
        var held = database.query("select rule || ' ' || reason from engine.message where subject_id = $1", lead).getFirst().getString(0);
        var sentWhileLocked = mail.sentTo(sarah).size();

        // When
        Api.post("environment", Api.SECRET_KEY, Map.of()).statusCode(200).body("locked", equalTo(false));
        Api.advanceClock("PT5M");
        Api.dispatch();

        // Then
        assertThat(held).isEqualTo("environment environment_locked");
        assertThat(sentWhileLocked).isZero();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    private static Response release(String tenant) {
        return RestAssured.given().header("apikey", Api.SECRET_KEY).delete(Api.path("brake?channel=email&tenant=" + tenant));
    }
}
