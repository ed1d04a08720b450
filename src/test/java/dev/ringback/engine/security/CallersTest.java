package dev.ringback.engine.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import dev.ringback.testing.JwksResource;
import dev.ringback.testing.RegisteredClient;
import dev.ringback.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// Who is recognised by which credential, and what that opens.
@QuarkusTest
class CallersTest {

    private static final String LEADS = "/functions/v1/growth-leads";
    private static final String SETTINGS = "/functions/v1/growth-client-settings";
    /// Only servers may look at it.
    private static final String OUTBOX = "/functions/v1/outbox";
    private static final String JOB = "/functions/v1/jobs/key-and-session-expiry";

    static Stream<Arguments> algorithms() {
        return Stream.of(arguments("ES256", algorithm(Tokens::es256)), arguments("RS256", algorithm(Tokens::rs256)),
                arguments("HS256", algorithm(Tokens::hs256)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("algorithms")
    void a_user_is_known_by_a_token_of_the_projects_algorithms(String name, Function<Map<String, Object>, String> algorithm) {
        // Given
        var client = RegisteredClient.register("maple");

        // When
        var answer = get(SETTINGS, "Authorization", "Bearer " + algorithm.apply(Tokens.claimsOf(client.id())));

        // Then
        answer.statusCode(200).body("client_id", is(client.id().toString()));
    }

    @Test
    void a_signed_in_user_of_supabase_js_sends_the_publishable_key_along() {
        given().header("apikey", Tokens.PUBLISHABLE_KEY).header("Authorization", "Bearer " + Tokens.es256(Tokens.claims(Map.of())))
                .header("x-client-info", "supabase-js/2.119.0; runtime=node; runtime-version=20.20.2")
                .get(LEADS).then().statusCode(200).body("items", empty());
    }

    @Test
    void an_audience_may_be_a_list() {
        get(LEADS, "Authorization", "Bearer " + Tokens.es256(Tokens.claims(Map.of("aud", List.of("authenticated", "mobile"))))).statusCode(200);
    }

    @Test
    void an_anonymous_sign_in_is_a_user() {
        get(LEADS, "Authorization", "Bearer " + Tokens.es256(Tokens.claims(Map.of("is_anonymous", true)))).statusCode(200);
    }

    @Test
    void the_clis_user_token_is_a_user() {
        get(LEADS, "Authorization", "Bearer " + Tokens.USER).statusCode(200).body("items", empty());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "apikey,        " + Tokens.PUBLISHABLE_KEY,
            "Authorization, Bearer " + Tokens.PUBLISHABLE_KEY,
            "apikey,        " + Tokens.ANON,
            "Authorization, Bearer " + Tokens.ANON
    })
    void a_publishable_key_opens_what_is_public_and_nothing_else(String header, String value) {
        get("/functions/v1/health", header, value).statusCode(200);
        get(LEADS, header, value).statusCode(403).body("code", is("FORBIDDEN"));
        get(OUTBOX, header, value).statusCode(403).body("code", is("FORBIDDEN"));
        post(JOB, header, value).statusCode(403).body("code", is("FORBIDDEN"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "apikey,        " + Tokens.SECRET_KEY,
            "Authorization, Bearer " + Tokens.SECRET_KEY,
            "apikey,        " + Tokens.SERVICE_ROLE,
            "Authorization, Bearer " + Tokens.SERVICE_ROLE
    })
    void a_secret_key_is_the_service(String header, String value) {
        get(OUTBOX, header, value).statusCode(200);
        post(JOB, header, value).statusCode(200);
    }

    @ParameterizedTest(name = "{0}: {1}…")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"Authorization,Bearer ", "apikey,''", "x-api-key,''"})
    void a_clients_program_is_known_by_its_api_key(String header, String before) {
        // Given
        var client = RegisteredClient.register("maple");

        // When
        var answer = get(SETTINGS, header, before + client.apiKey());

        // Then
        answer.statusCode(200).body("client_id", is(client.id().toString()));
    }

    @Test
    void the_job_secret_opens_jobs_and_nothing_else() {
        post(JOB, "x-job-secret", Tokens.JOB_SECRET).statusCode(200);
        get(OUTBOX, "x-job-secret", Tokens.JOB_SECRET).statusCode(403);
        get(LEADS, "x-job-secret", Tokens.JOB_SECRET).statusCode(403);
    }

    @Test
    void a_user_sees_the_leads_of_the_client_in_app_metadata_alone() {
        // Given
        var maple = RegisteredClient.register("maple");
        var cedar = RegisteredClient.register("cedar");
        maple.submits("sarah@chen.example");
        cedar.submits("omar@haddad.example");

        // When
        var answer = get(LEADS, "Authorization", "Bearer " + Tokens.es256(Tokens.claimsOf(maple.id())));

        // Then
        answer.statusCode(200).body("items.email", contains("sarah@chen.example"));
    }

    @Test
    void what_a_user_may_write_himself_opens_nothing() {
        // Given
        var client = RegisteredClient.register("maple");
        var lead = client.submits("sarah@chen.example");
        var id = client.id().toString();
        var token = Tokens.es256(Tokens.claims(Map.of("user_metadata", Map.of("client_id", id), "client_id", id)));

        // Then
        seesNothing(token, lead);
    }

    @ParameterizedTest
    @CsvSource(value = {"null", "''", "not-a-uuid"}, nullValues = "null")
    void a_user_without_a_client_sees_nothing(String clientId) {
        // Given
        var lead = RegisteredClient.register("maple").submits("sarah@chen.example");
        Map<String, Object> metadata = clientId == null ? Map.of("provider", "email") : Map.of("client_id", clientId);
        var token = Tokens.es256(Tokens.claims(Map.of("app_metadata", metadata)));

        // Then
        seesNothing(token, lead);
    }

    @Test
    void the_public_keys_are_fetched_once_for_many_calls() {
        // Given
        get(LEADS, "Authorization", "Bearer " + Tokens.es256(Tokens.claims(Map.of()))).statusCode(200);
        var before = JwksResource.fetches();

        // When
        IntStream.range(0, 20).forEach(nth -> get(LEADS, "Authorization",
                "Bearer " + (nth % 2 == 0 ? Tokens.es256(Tokens.claims(Map.of())) : Tokens.rs256(Tokens.claims(Map.of())))).statusCode(200));

        // Then
        assertThat(JwksResource.fetches()).isEqualTo(before);
    }

    @Test
    void made_up_key_ids_do_not_fetch_the_public_keys_again_and_again() {
        // Given
        var before = JwksResource.fetches();

        // When
        IntStream.range(0, 20).forEach(_ -> get(LEADS, "Authorization", "Bearer " + Tokens.unknownKeyId(UUID.randomUUID().toString()))
                .statusCode(401).body("code", is("UNAUTHORIZED_ASYMMETRIC_JWT")));

        // Then
        assertThat(JwksResource.fetches()).isLessThanOrEqualTo(before + 1);
    }

    private static void seesNothing(String token, UUID lead) {
        get(LEADS, "Authorization", "Bearer " + token).statusCode(200).body("items", empty());
        get(LEADS + "/" + lead, "Authorization", "Bearer " + token).statusCode(404);
        get("/functions/v1/growth-lead-timeline/" + lead, "Authorization", "Bearer " + token).statusCode(404);
        get(SETTINGS, "Authorization", "Bearer " + token).statusCode(404);
        given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON)
                .body(Map.of("email", "eve@evil.example", "name", "Eve"))
                .post("/functions/v1/growth-lead-submit").then().statusCode(403).body("code", is("FORBIDDEN"));
    }

    private static Function<Map<String, Object>, String> algorithm(Function<Map<String, Object>, String> algorithm) {
        return algorithm;
    }

    private static ValidatableResponse get(String path, String header, String value) {
        return given().header(header, value).get(path).then();
    }

    private static ValidatableResponse post(String path, String header, String value) {
        return given().noContentType().header(header, value).post(path).then();
    }
}
