package dev.ringback.growth.session;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import dev.ringback.testing.Api;
import dev.ringback.testing.GivenGrowth;
import dev.ringback.testing.GrowthStage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/// Clients sign in and out.
@QuarkusTest
class SignInTest extends GrowthStage {

    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void a_session_opens_what_the_key_opens_until_it_ends() {
        // Given
        var owner = owner();
        var client = GivenGrowth.client(mail, Map.of("email", owner, "password", PASSWORD));

        // When
        String token = signIn(owner.toUpperCase(Locale.ROOT), PASSWORD, 200);

        // Then
        Api.get("growth-client-settings", token).statusCode(200).body("client_id", is(client.id()));
        assertThat(database.query("select 1 from growth.clients where client_id = $1 and last_login is not null", UUID.fromString(client.id())))
                .hasSize(1);
        assertThat(database.query("select token_digest, token_prefix from growth.client_session where client_id = $1", UUID.fromString(client.id())))
                .allSatisfy(row -> assertThat(row.getString(0) + row.getString(1)).startsWith("sha256:").doesNotContain(token));
        Api.post("growth-client-logout", token, Map.of()).statusCode(200).body("ended", is(true));
        Api.get("growth-client-settings", token).statusCode(401);
        Api.post("growth-client-logout", client.key(), Map.of()).statusCode(200).body("ended", is(false));
    }

    @Test
    void a_session_ends_by_itself() {
        // Given
        var owner = owner();
        GivenGrowth.client(mail, Map.of("email", owner, "password", PASSWORD));
        var token = signIn(owner, PASSWORD, 200);

        // When
        Api.advanceClock("PT13H");

        // Then
        Api.get("growth-client-settings", token).statusCode(401);
    }

    @Test
    void neither_a_wrong_password_nor_an_unknown_address_opens_and_both_are_answered_alike() {
        // Given
        var owner = owner();
        GivenGrowth.client(mail, Map.of("email", owner, "password", PASSWORD));
        var without = owner();
        GivenGrowth.client(mail, Map.of("email", without));

        // When // Then
        signIn(owner, "wrong", 401);
        signIn("nobody@nowhere.example", PASSWORD, 401);
        signIn(without, "!", 401);
        signIn("internal@aveniraisolutions.ca", "placeholder", 401);
    }

    @Test
    void guessing_is_stopped_for_a_while() {
        // Given
        var owner = owner();
        GivenGrowth.client(mail, Map.of("email", owner, "password", PASSWORD));
        database.asService(session -> session.query("""
                insert into growth.login_failure (email_hash, failed_at)
                select encode(sha256(convert_to($1, 'UTF8')), 'hex'), $2::text::timestamptz from generate_series(1, 10)""", owner,
                Api.now().toString()));

        // When
        signIn(owner, PASSWORD, 429);

        // Then
        Api.advanceClock("PT16M");
        signIn(owner, PASSWORD, 200);
    }

    private static String signIn(String email, String password, int status) {
        return Api.post("growth-client-login", Api.PUBLISHABLE_KEY, Map.of("email", email, "password", password)).statusCode(status).extract()
                .path("session_token");
    }

    private static String owner() {
        return "owner@%s.example".formatted(UUID.randomUUID());
    }
}
