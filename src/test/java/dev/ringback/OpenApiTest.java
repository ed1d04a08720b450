package dev.ringback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import dev.ringback.testing.TestDatabase;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/// The document says of every function what its callers must know, and says the truth.
@QuarkusTest
class OpenApiTest {

    private static final String SECRET_KEY = "sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz";
    private static final Set<String> MUTATING = Set.of("post", "put", "patch", "delete");

    /// What people open, and what providers want answered in their own words.
    private static final Map<String, String> TYPES = Map.of("/unsubscribe/", "text/html", "get /functions/v1/hooks/meta-whatsapp", "text/plain",
            "/hooks/twilio", "text/xml", "/track-open/", "image/gif");

    private final Map<String, Map<String, Object>> operations = new TreeMap<>();
    private JsonPath document;

    @BeforeEach
    void read() {
        document = get("/q/openapi?format=json").jsonPath();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (path.startsWith("/functions/v1/")) {
                operations.put(method + " " + path, map(operation));
            }
        }));
    }

    @Test
    void it_is_openapi_3_1() {
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(operations).hasSizeGreaterThan(9);
    }

    @TestFactory
    Stream<DynamicTest> every_function_is_described() {
        return operations.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            var operation = entry.getValue();
            assertThat(operation.get("summary")).asString().isNotBlank();
            assertThat(list(operation.get("tags"))).hasSize(1).first().isIn("engine", "bids", "roofing", "recruiting", "growth");
            assertThat(list(operation.get("x-roles"))).isNotEmpty();
            assertBodyHasExample(operation);
            assertSuccessHasExample(operation, TYPES.entrySet().stream().filter(type -> entry.getKey().contains(type.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElse("application/json"));
            assertRefusals(entry.getKey(), operation);
        }));
    }

    @Test
    void operation_ids_are_unique() {
        assertThat(operations.values().stream().map(operation -> operation.get("operationId"))).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void members_are_in_snake_case() {
        map(document.get("components.schemas")).forEach((name, schema) -> map(map(schema).get("properties")).keySet()
                .forEach(member -> assertThat(member).as(name).matches("[a-z][a-z0-9_]*")));
        assertThat(document.getMap("components.schemas.Registration.properties")).containsKeys("business_name", "followup_speed");
    }

    @Test
    void whoever_needs_a_role_is_told_how_to_prove_it() {
        assertThat(security("post /functions/v1/growth-lead-submit"))
                .containsExactly(Map.of("x-api-key", List.of("tenant")), Map.of("bearer", List.of("authenticated")));
        assertThat(security("post /functions/v1/jobs/{name}"))
                .containsExactly(Map.of("x-job-secret", List.of("job")), Map.of("apikey", List.of("service_role")));
        assertThat(security("post /functions/v1/hooks/mail")).containsExactly(Map.of("webhook-signature", List.of()));
        assertThat(security("get /functions/v1/health")).isEmpty();
        var schemes = map(document.get("components.securitySchemes")).keySet();
        operations.keySet().forEach(name -> security(name).forEach(need -> assertThat(schemes).containsAll(map(need).keySet())));
    }

    @Test
    void the_examples_work() {
        // Given
        var registration = new HashMap<>(map(example("post /functions/v1/growth-client-register")));
        registration.put("email", UUID.randomUUID() + "@maple-roofing.example");
        var lead = example("post /functions/v1/growth-lead-submit");

        // When
        var registered = given().header("apikey", SECRET_KEY).contentType("application/json").body(registration)
                .post("/functions/v1/growth-client-register").then().statusCode(201).extract().jsonPath();
        var submitted = given().header("x-api-key", registered.getString("api_key")).contentType("application/json").body(lead)
                .post("/functions/v1/growth-lead-submit").then().statusCode(200).extract().jsonPath();

        // Then
        assertThat(registered.getMap("").keySet()).isEqualTo(answer("post /functions/v1/growth-client-register").keySet());
        assertThat(submitted.getMap("").keySet()).isEqualTo(answer("post /functions/v1/growth-lead-submit").keySet());
        leaveNoWork(registered.getString("client_id"));
    }

    // The lead waits for its answer, which other tests' ticks would count.
    private static void leaveNoWork(String tenant) {
        try (var database = new TestDatabase()) {
            database.query("delete from engine.work where tenant = $1", tenant);
        }
    }

    private void assertBodyHasExample(Map<String, Object> operation) {
        map(map(operation.get("requestBody")).get("content")).values()
                .forEach(type -> assertThat(map(type).get("example")).as("example of the body").isNotNull());
    }

    private void assertSuccessHasExample(Map<String, Object> operation, String type) {
        var successes = map(operation.get("responses")).entrySet().stream().filter(answer -> answer.getKey().matches("[23]..")).toList();
        assertThat(successes).hasSize(1).allSatisfy(answer -> {
            var success = map(answer.getValue());
            assertThat(map(success.get("headers"))).containsKey("X-Request-Id");
            if (answer.getKey().startsWith("3")) {
                assertThat(map(success.get("headers"))).containsKey("Location");
                return;
            }
            assertThat(map(success.get("content")).keySet()).containsExactly(type);
            assertThat(map(map(success.get("content")).get(type)).get("example")).isNotNull().isNotEqualTo(Map.of());
        });
    }

    private void assertRefusals(String name, Map<String, Object> operation) {
        var expected = new ArrayList<>(List.of("500"));
        if (!security(name).isEmpty()) {
            expected.add("401");
        }
        if (MUTATING.contains(name.substring(0, name.indexOf(' '))) && !name.contains("/hooks/")) {
            expected.addAll(List.of("400", "409", "413", "415", "422"));
            assertThat(list(operation.get("parameters"))).contains(Map.of("$ref", "#/components/parameters/Idempotency-Key"));
        }
        if (name.contains("{")) {
            expected.add("404");
        }
        assertThat(map(operation.get("responses")).keySet()).containsAll(expected);
        map(operation.get("responses")).entrySet().stream().filter(answer -> answer.getKey().compareTo("400") >= 0)
                .forEach(answer -> assertIsProblem(answer.getKey(), map(answer.getValue())));
    }

    private void assertIsProblem(String status, Map<String, Object> answer) {
        var component = answer.get("$ref").toString().replace("#/components/responses/", "");
        var type = map(map(map(map(document.get("components.responses")).get(component)).get("content")).get("application/problem+json"));
        assertThat(type.get("schema")).isEqualTo(Map.of("$ref", "#/components/schemas/Problem"));
        assertThat(map(type.get("example"))).containsEntry("status", Integer.valueOf(status)).containsKeys("code", "message", "msg");
    }

    private List<Object> security(String name) {
        return list(operations.get(name).get("security"));
    }

    private Object example(String name) {
        return map(map(map(operations.get(name).get("requestBody")).get("content")).get("application/json")).get("example");
    }

    private Map<String, Object> answer(String name) {
        var success = map(operations.get(name).get("responses")).entrySet().stream().filter(answer -> answer.getKey().startsWith("2")).findFirst();
        return map(map(map(map(success.orElseThrow().getValue()).get("content")).get("application/json")).get("example"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
