package dev.ringback.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import dev.ringback.testing.Api;
import dev.ringback.testing.RegisteredClient;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// Every bad request is refused by a problem that says what is wrong, says nothing else, and leaves nothing behind.
@QuarkusTest
class BadRequestsTest {

    private static final String[] INNARDS = {"Exception", "select ", "insert ", "update ", "at dev.", "org.", "java.", "ringback"};

    private static HttpClient client;
    private static TestDatabase database;
    private static RegisteredClient maple;

    @TestHTTPResource("/")
    URI server;

    @BeforeAll
    static void open() {
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        client.close();
        database.close();
        maple = null;
    }

    @BeforeEach
    void a_client_exists_that_was_here_before() {
        if (maple == null) {
            maple = RegisteredClient.register("maple");
            Api.get("growth-leads", maple.apiKey()).statusCode(200);
        }
    }

    static Stream<BadRequest> requests() {
        return Stream.concat(BadBodies.all(), BadCredentials.all());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void is_refused(BadRequest request) throws IOException, InterruptedException {
        // Given
        var before = rows();

        // When
        var answer = send(request);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(request.status());
        assertProblem(request, answer);
        assertThat(header(answer, "allow")).matches(request.status() == 405 ? "[A-Z]+(, [A-Z]+)*" : "");
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {100, 10_240, 11_000, 100_000, 1_000_000})
    void a_good_request_may_be_as_long_as_the_cap(int bytes) throws IOException, InterruptedException {
        // Given
        var body = "{\"email\":\"long@chen.example\",\"name\":\"Long\",\"form\":\"%s\"}".formatted("x".repeat(bytes));

        // When
        var answer = send(BadRequest.json("long", BadRequest.SUBMIT, body));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void assertProblem(BadRequest request, HttpResponse<String> answer) {
        var problem = new JsonObject(answer.body());
        assertThat(problem.getMap()).containsEntry("type", "about:blank").containsEntry("status", request.status())
                .containsEntry("code", request.code()).containsKeys("title", "detail", "message", "msg");
        assertThat(problem.getString("msg")).isNotBlank().isEqualTo(problem.getString("message")).isEqualTo(problem.getString("detail"));
        assertThat(fields(problem)).containsExactlyInAnyOrderElementsOf(request.fields());
        assertThat(answer.body()).doesNotContainIgnoringCase(INNARDS);
        assertThat(header(answer, "content-type")).startsWith("application/problem+json");
        assertThat(header(answer, "sb-error-code")).isEqualTo(request.code());
        assertThat(header(answer, "x-request-id")).isNotBlank();
        assertThat(header(answer, "access-control-allow-origin")).isNotBlank();
        assertThat(header(answer, "access-control-expose-headers")).contains("sb-error-code");
    }

    private static List<String> fields(JsonObject problem) {
        return problem.getJsonArray("errors", new JsonArray()).stream().map(error -> ((JsonObject) error).getString("field")).distinct().toList();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> send(BadRequest bad) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(bad.path())).timeout(Duration.ofSeconds(10)).method(bad.method(), body(bad))
                .header("origin", "https://app.example");
        bad.headers().forEach((name, value) -> request.header(name, value.replace(BadRequest.KEY, maple.apiKey())));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher body(BadRequest bad) {
        if (bad.body().isEmpty()) {
            return BodyPublishers.noBody();
        }
        var bytes = bad.body().get();
        return bad.chunked() ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)) : BodyPublishers.ofByteArray(bytes);
    }

    /// How many rows each table has.
    private static Map<String, Long> rows() {
        var counts = database.query("select string_agg(format('select %L, count(*) from %s', oid::regclass, oid::regclass), ' union all ') "
                + "from pg_class where relkind = 'r' and relnamespace in ('engine'::regnamespace, 'growth'::regnamespace)").getFirst().getString(0);
        return database.query(counts).stream().collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }
}
