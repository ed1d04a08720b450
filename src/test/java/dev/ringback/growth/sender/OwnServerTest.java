package dev.ringback.growth.sender;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.Api;
import dev.ringback.testing.BusyMailServer;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

/// A client names its own mail server.
@QuarkusTest
class OwnServerTest extends GrowthStage {

    private static final String NONE = "none null null";

    @Test
    void a_server_that_takes_the_test_mail_is_the_sender() {
        // Given
        var owner = GivenGrowth.somebody();
        var client = registered(owner);

        // When
        put(client, Map.of("smtp_host", "127.0.0.1", "smtp_port", mail.port())).statusCode(200).body("verified_at", notNullValue());

        // Then
        assertThat(mail.sentTo(owner)).hasSize(1);
        Api.get("growth-client-settings", client.key()).body("smtp_host", is("127.0.0.1"), "outbound_email", is("hello@maple.example"));
        var sarah = GivenGrowth.somebody();
        client.submits(sarah, ASKS);
        tick();
        assertThat(mail.sentTo(sarah)).hasSize(1);
    }

    @Test
    void a_server_that_does_not_take_it_changes_nothing() throws Exception {
        // Given
        var client = registered(GivenGrowth.somebody());

        // When
        try (var busy = new BusyMailServer()) {
            put(client, Map.of("smtp_host", "127.0.0.1", "smtp_port", busy.port())).statusCode(422).body("code", is("SENDER_NOT_VERIFIED"),
                    "message", containsString("smtp_451"));
        }

        // Then
        assertThat(identity(client)).isEqualTo(NONE);
        put(client, Map.of("smtp_host", "no.such.host.invalid", "smtp_port", 25)).statusCode(422);
        assertThat(identity(client)).isEqualTo(NONE);
    }

    @Test
    void a_password_that_looks_like_a_reference_opens_no_other_secret() {
        // Given
        var victim = registered(GivenGrowth.somebody());
        var client = registered(GivenGrowth.somebody());

        // When
        database.asService(session -> session.query("update growth.clients set smtp_host = '127.0.0.1', smtp_password = $2 where client_id = $1",
                UUID.fromString(client.id()), "vault:growth/%s/smtp".formatted(victim.id())));

        // Then
        assertThat(database.query("select secret_name from engine.sender_identity where tenant = $1", client.id()).getFirst().getString(0))
                .isEqualTo("growth/%s/smtp".formatted(client.id()));
    }

    @Test
    void the_installations_server_sends_again_when_the_client_gives_its_own_up() {
        // Given
        var client = registered(GivenGrowth.somebody());
        put(client, Map.of("smtp_host", "127.0.0.1", "smtp_port", mail.port())).statusCode(200);

        // When
        RestAssured.given().header("apikey", client.key()).delete(Api.path("growth-client-settings/sender")).then().statusCode(200);

        // Then
        assertThat(identity(client)).isEqualTo("hello@maple.example null null");
    }

    private static GivenGrowth.Client registered(String owner) {
        var answer = Api.post("growth-client-register", Api.SECRET_KEY, Map.of("business_name", "Maple Roofing", "email", owner)).statusCode(201)
                .extract();
        return new GivenGrowth.Client(answer.path("client_id"), answer.path("api_key"), null);
    }

    private static ValidatableResponse put(GivenGrowth.Client client, Map<String, ?> server) {
        var body = new HashMap<String, Object>(Map.of("outbound_email", "hello@maple.example"));
        body.putAll(server);
        return RestAssured.given().header("apikey", client.key()).contentType("application/json").body(body)
                .put(Api.path("growth-client-settings/sender")).then();
    }

    private static String identity(GivenGrowth.Client client) {
        var row =
                database.query("select coalesce(address, 'none'), smtp_host, secret_name from engine.sender_identity where tenant = $1", client.id())
                        .getFirst();
        return "%s %s %s".formatted(row.getString(0), row.getString(1), row.getString(2));
    }
}
