package dev.ringback.growth.key;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/// A client changes its API key while its programs go on.
@QuarkusTest
class KeyRotationTest extends GrowthStage {

    @Test
    void both_keys_open_until_the_overlap_ends_and_the_log_says_so() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());

        // When
        String fresh = rotate(client.key(), Map.of("reason", "the yearly change", "overlap", "PT2H"));

        // Then
        opens(client.key(), 200);
        opens(fresh, 200);
        Api.advanceClock("PT3H");
        opens(client.key(), 401);
        opens(fresh, 200);
        assertThat(database.query("""
                select reason, old_key_prefix <> new_key_prefix, rotated_by, old_key like 'sha256:%', overlap_until - rotated_at = interval '2 hours'
                  from growth.api_key_rotation_log where client_id = $1""", UUID.fromString(client.id()))).hasSize(1).first()
                .satisfies(row -> assertThat("%s %s %s %s %s".formatted(row.getString(0), row.getBoolean(1), row.getString(2), row.getBoolean(3),
                        row.getBoolean(4))).isEqualTo("the yearly change true tenant:growth:%s true true".formatted(client.id())));
        assertThat(database.query("select 1 from growth.clients where client_id = $1 and last_rotated is not null and last_connection is not null",
                UUID.fromString(client.id()))).hasSize(1);
    }

    @Test
    void a_lost_key_ends_at_once_and_so_do_all_earlier_ones() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var second = rotate(client.key(), Map.of());
        opens(client.key(), 200);
        Api.advanceClock("PT1M");

        // When
        var third = rotate(second, Map.of("reason", "lost", "overlap", "PT0S"));

        // Then
        opens(client.key(), 401);
        opens(second, 401);
        opens(third, 200);
    }

    @Test
    void a_replay_does_not_show_the_key_again() {
        // Given
        var client = GivenGrowth.client(mail, Map.of());
        var key = UUID.randomUUID().toString();
        var first = RestAssured.given().header("apikey", client.key()).header("Idempotency-Key", key).contentType("application/json").body(Map.of())
                .post(Api.path("growth-client-key-rotate")).then().statusCode(200).body("api_key", startsWith("rb_")).extract();

        // When
        var again = RestAssured.given().header("apikey", client.key()).header("Idempotency-Key", key).contentType("application/json").body(Map.of())
                .post(Api.path("growth-client-key-rotate")).then();

        // Then
        again.statusCode(200).body("api_key", nullValue()).body("api_key_prefix", not(nullValue()));
        opens(first.path("api_key"), 200);
    }

    private static String rotate(String key, Map<String, ?> body) {
        return Api.post("growth-client-key-rotate", key, body).statusCode(200).extract().path("api_key");
    }

    private static void opens(String key, int status) {
        Api.get("growth-client-settings", key).statusCode(status);
    }
}
