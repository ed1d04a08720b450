package dev.ringback.engine.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;
import dev.ringback.testing.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Whatever door a change came through, the audit says who made it; and what the audit says stays said.
@QuarkusTest
class AuditTest extends GrowthStage {

    @Test
    void a_change_by_key_names_the_tenant_and_what_was_before() {
        // Given
        var client = GivenGrowth.client(mail, Map.of("email_tone", "Friendly"));

        // When
        settings(client.key(), "Formal");

        // Then
        var entry = last(client.id());
        assertThat(entry.getString("actor")).isEqualTo("tenant:growth:" + client.id());
        assertThat(entry.getString("actor_kind")).isEqualTo("tenant");
        assertThat(entry.getString("action")).isEqualTo("growth.client.changed");
        assertThat(entry.getJsonObject("before")).isEqualTo(new JsonObject().put("email_tone", "Friendly"));
        assertThat(entry.getJsonObject("after")).isEqualTo(new JsonObject().put("email_tone", "Formal"));
        assertThat(entry.getOffsetDateTime("at").toInstant()).isEqualTo(Api.now());
    }

    @Test
    void a_change_by_a_person_names_the_person() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var claims = Tokens.claimsOf(UUID.fromString(client.id()));

        // When
        RestAssured.given().header("Authorization", "Bearer " + Tokens.es256(claims)).contentType("application/json")
                .body(Map.of("custom_tagline", "Roofs that stay.")).patch(Api.path("growth-client-settings")).then().statusCode(200);

        // Then
        assertThat(last(client.id()).getString("actor")).isEqualTo("user:" + claims.get("sub"));
    }

    @Test
    void a_registration_names_key_and_request_and_shows_no_secret() {
        // Given
        var request = UUID.randomUUID().toString();

        // When
        String id = RestAssured.given().header("apikey", Api.SECRET_KEY).header("x-request-id", request).contentType("application/json")
                .body(Map.of("business_name", "Maple Roofing", "email", "owner@%s.example".formatted(request), "smtp_password", "open sesame"))
                .post(Api.path("growth-client-register")).then().statusCode(201).extract().path("client_id");

        // Then
        var entry = last(id);
        assertThat(entry.getString("actor")).startsWith("service:");
        assertThat(entry.getString("request_id")).isEqualTo(request);
        assertThat(entry.getJsonObject("before")).isNull();
        assertThat(entry.getJsonObject("after").getMap()).containsEntry("smtp_password", "sealed").containsEntry("api_key", "sealed")
                .containsEntry("business_name", "Maple Roofing");
    }

    @Test
    void plain_sql_is_audited_too_and_that_somebody_was_here_is_no_change() {
        // Given
        var client = UUID.fromString(GivenGrowth.client(mail, Map.of()).id());

        // When
        database.query("update growth.clients set business_name = business_name, last_connection = now() where client_id = $1", client);
        database.query("update growth.clients set business_name = 'Elm' where client_id = $1", client);
        database.query("delete from growth.clients where client_id = $1", client);

        // Then
        assertThat(entries(client.toString()).stream().map(entry -> entry.getString("action")))
                .containsExactly("growth.client.created", "growth.client.changed", "growth.client.deleted");
        assertThat(last(client.toString()).getString("actor")).isEqualTo("database:postgres");
    }

    @Test
    void a_moved_clock_is_recorded_by_its_mover() {
        // When
        Api.advanceClock("PT1H");

        // Then
        var entry = last("clock");
        assertThat(List.of(entry.getString("action"), entry.getJsonObject("after").getString("now")))
                .containsExactly("engine.clock.moved", Api.now().toString());
        assertThat(entry.getString("actor")).startsWith("service:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update engine.audit set actor = 'nobody'", "delete from engine.audit", "truncate engine.audit"})
    void what_was_recorded_stays(String rewriting) {
        // Given
        Api.advanceClock("PT1M");

        // When // Then
        assertThatThrownBy(() -> database.query(rewriting)).hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.asService(service -> service.query(rewriting))).hasMessageContaining("permission denied");
    }

    private static void settings(String key, String tone) {
        RestAssured.given().header("x-api-key", key).contentType("application/json").body(Map.of("email_tone", tone))
                .patch(Api.path("growth-client-settings")).then().statusCode(200);
    }

    private static Row last(String object) {
        return entries(object).getLast();
    }

    private static List<Row> entries(String object) {
        return database.query("select * from engine.audit where object_id = $1 order by id", object);
    }
}
