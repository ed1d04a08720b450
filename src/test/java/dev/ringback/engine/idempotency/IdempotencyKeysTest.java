package dev.ringback.engine.idempotency;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import dev.ringback.testing.Api;
import dev.ringback.testing.RegisteredClient;
import dev.ringback.testing.TestDatabase;
import dev.ringback.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class IdempotencyKeysTest {

    private static final String SUBMIT = "/functions/v1/growth-lead-submit";
    private static final String LONGEST = "k".repeat(255);

    private static TestDatabase database;

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_same_request_again_gets_the_same_answer_but_not_the_secret() {
        // Given
        var body = registration();
        var first = register(key, body);
        first.then().statusCode(201).body("api_key", notNullValue());

        // When
        var again = register(key, body);

        // Then
        again.then().statusCode(201).header("Idempotency-Replayed", "true").body("client_id", is(first.path("client_id").toString()))
                .body("api_key_prefix", is(first.path("api_key_prefix").toString())).body("api_key", nullValue());
        assertThat(database.query("select 1 from growth.clients where email = $1", body.get("email"))).hasSize(1);
        assertThat(database.query("select 1 from engine.idempotency where key = $1 and body like '%' || $2 || '%'", key,
                first.path("api_key").toString())).isEmpty();
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        // Given
        register(key, registration()).then().statusCode(201);
        var other = registration();

        // When
        var answer = register(key, other);

        // Then
        answer.then().statusCode(422).header("sb-error-code", "IDEMPOTENCY_KEY_REUSED").body("code", is("IDEMPOTENCY_KEY_REUSED"));
        assertThat(database.query("select 1 from growth.clients where email = $1", other.get("email"))).isEmpty();
    }

    @Test
    void a_key_is_the_callers_own() {
        // Given
        var lead = Map.of("email", "sarah@chen.example", "name", "Sarah");
        var first = submit(RegisteredClient.register("maple"), key, lead);

        // When
        var second = submit(RegisteredClient.register("cedar"), key, lead);

        // Then
        second.then().statusCode(200).header("Idempotency-Replayed", nullValue()).body("lead_id", is(not(first.path("lead_id").toString())));
    }

    @Test
    void a_refused_request_may_be_corrected_under_its_key() {
        // Given
        var client = RegisteredClient.register("maple");
        submit(client, key, Map.of("email", "sarah", "name", "Sarah")).then().statusCode(422);

        // When
        var answer = submit(client, key, Map.of("email", "sarah@chen.example", "name", "Sarah"));

        // Then
        answer.then().statusCode(200).body("created", is(true));
    }

    @Test
    void a_request_that_a_crash_left_without_an_answer_goes_on_as_the_first_one() {
        // Given
        Api.setClock("2026-03-02T15:30:00Z");
        var client = RegisteredClient.register("maple");
        var lead = Map.of("email", "sarah@chen.example", "name", "Sarah");
        var first = submit(client, key, lead).path("lead_id").toString();
        database.query("update engine.idempotency set status = null, body = null where key = $1", key);
        Api.setClock("2026-03-02T15:50:00Z");
        database.query("update engine.idempotency set expires_at = $2 where key = $1", key, OffsetDateTime.parse("2026-03-02T15:31:00Z"));

        // When
        var answer = submit(client, key, lead);

        // Then
        answer.then().statusCode(200).body("lead_id", is(first));
        assertThat(database.query("select last_submitted_at from growth.lead_memory where id = $1", UUID.fromString(first)).getFirst()
                .getOffsetDateTime(0)).isEqualTo("2026-03-02T15:30:00Z");
    }

    @Test
    void a_key_has_1_to_255_characters() {
        var client = RegisteredClient.register("maple");
        var lead = Map.of("email", "sarah@chen.example", "name", "Sarah");

        submit(client, LONGEST, lead).then().statusCode(200);
        submit(client, LONGEST + "k", lead).then().statusCode(400).header("sb-error-code", "INVALID_IDEMPOTENCY_KEY");
        submit(client, " ", lead).then().statusCode(400).body("code", is("INVALID_IDEMPOTENCY_KEY"));
    }

    @Test
    void of_many_at_once_one_runs() throws InterruptedException {
        // Given
        var body = registration();
        var calls = IntStream.range(0, 12).<Callable<Response>>mapToObj(_ -> () -> register(key, body)).toList();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();

            // Then
            assertThat(answers).extracting(Response::statusCode).isSubsetOf(201, 409);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201 && answer.path("api_key") != null).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 409)
                    .allSatisfy(answer -> assertThat(answer.header("sb-error-code")).isEqualTo("IDEMPOTENCY_IN_PROGRESS"));
        }
        assertThat(database.query("select 1 from growth.clients where email = $1", body.get("email"))).hasSize(1);
    }

    private static Map<String, String> registration() {
        return Map.of("business_name", "Maple", "email", UUID.randomUUID() + "@clients.example");
    }

    private static Response register(String key, Map<String, String> body) {
        return given().header("apikey", Tokens.SECRET_KEY).header("Idempotency-Key", key).contentType(ContentType.JSON).body(body)
                .post("/functions/v1/growth-client-register");
    }

    private static Response submit(RegisteredClient client, String key, Map<String, String> lead) {
        return client.given().header("Idempotency-Key", key).body(lead).post(SUBMIT);
    }
}
