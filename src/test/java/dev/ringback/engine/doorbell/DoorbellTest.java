package dev.ringback.engine.doorbell;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/// A database webhook says that a row changed.
@QuarkusTest
class DoorbellTest {

    private static final String SECRET = "whsec_bG9jYWwtb25seS1kYi1ob29rLWxvY2Fs";
    private static final String SHARED = "local-db-hook-secret";
    private static final String BODY = """
            {"type": "INSERT", "table": "part", "record": {"id": 1}, "schema": "bell", "old_record": null}""";

    private static TestDatabase database;

    private record Call(String url, JsonObject headers, byte[] body) {}

    @BeforeAll
    static void a_table_with_a_due_column_and_a_bell() {
        database = new TestDatabase();
        database.query("create schema bell");
        database.query("create table bell.part (id integer primary key, next_at timestamptz)");
        database.query("select engine.keep_due('bell.part', 'next_at', 'engine.bell', 'id', 'part')");
        database.query("create trigger ring after insert or update on bell.part for each statement execute function engine.ring_hook()");
    }

    @BeforeEach
    void monday_morning() {
        Api.setClock("2026-03-02T15:30:00Z");
    }

    @AfterEach
    void quiet() {
        database.query("delete from bell.part");
        database.query("delete from engine.work where kind = 'engine.bell'");
        database.query("delete from vault.secrets where name like 'ringback_hook_%'");
        database.asSuperuser(session -> session.query("delete from net.http_request_queue"));
    }

    @AfterAll
    static void it_goes() {
        database.query("drop schema bell cascade");
        database.query("delete from engine.due_column where table_name = 'bell.part'");
        database.close();
    }

    @Test
    void a_row_that_its_trigger_missed_has_work_when_the_bell_rings() {
        // Given
        database.query("alter table bell.part disable trigger all");
        database.query("insert into bell.part values (1, '2026-03-02T15:00:00Z')");
        database.query("alter table bell.part enable trigger all");

        // When
        var rung = ring(Map.of("x-webhook-secret", SHARED), BODY);

        // Then
        rung.statusCode(200).body("enqueued", is(1));
        assertThat(database.query("select from engine.work where dedupe_key = 'engine.bell:1'")).hasSize(1);
    }

    @Test
    void what_the_trigger_sends_is_taken_as_it_is_and_once_its_secret_is_another_no_more() {
        // Given
        keep("https://ringback.example/functions/v1/hooks/db", SECRET);
        var rightly = callOf("insert into bell.part values (2, null)");
        keep("https://ringback.example/functions/v1/hooks/db", "whsec_c29tZWJvZHktZWxzZXMtc2VjcmV0");
        var wrongly = callOf("insert into bell.part values (3, null)");
        Api.setClock(database.query("select clock_timestamp()::text as at").getFirst().getString("at").replace(' ', 'T').replaceFirst("\\+00$", "Z"));

        // When
        var answer = ring(rightly.headers.mapTo(Map.class), new String(rightly.body));

        // Then
        answer.statusCode(200);
        ring(wrongly.headers.mapTo(Map.class), new String(wrongly.body)).statusCode(401);
        assertThat(rightly.url).isEqualTo("https://ringback.example/functions/v1/hooks/db");
        assertThat(new JsonObject(Buffer.buffer(rightly.body)))
                .isEqualTo(new JsonObject().put("type", "INSERT").put("schema", "bell").put("table", "part"));
    }

    @Test
    void without_an_address_the_row_is_written_and_nothing_is_sent() {
        // When
        database.query("insert into bell.part values (4, null)");

        // Then
        assertThat(database.query("select from bell.part")).hasSize(1);
        assertThat(queued()).isZero();
    }

    @Test
    void a_secret_that_is_none_leaves_the_row_alone() {
        // Given
        keep("https://ringback.example/functions/v1/hooks/db", "not base64 at all!");

        // When
        database.query("insert into bell.part values (5, null)");

        // Then
        assertThat(database.query("select from bell.part")).hasSize(1);
        assertThat(queued()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-webhook-secret  | local-db-hook-secreT | {}         | 401
            x-webhook-secret  | ''                   | {}         | 401
            authorization     | Bearer x             | {}         | 401
            webhook-signature | v1,AAAA              | {}         | 401
            x-webhook-secret  | local-db-hook-secret | [1         | 400
            x-webhook-secret  | local-db-hook-secret | {}         | 200
            x-webhook-secret  | local-db-hook-secret | {"table":1}| 400
            """)
    void a_bell_that_nobody_vouches_for_is_not_heard(String header, String value, String body, int status) {
        ring(Map.of(header, value), body).statusCode(status);
    }

    private static ValidatableResponse ring(Map<?, ?> headers, String body) {
        var call = RestAssured.given();
        headers.forEach((name, value) -> call.header((String) name, value));
        return call.contentType("application/json").body(body.getBytes(UTF_8)).post(Api.path("hooks/db")).then();
    }

    private static void keep(String url, String secret) {
        database.query("select engine.keep_secret('ringback_hook_url', $1)", url);
        database.query("select engine.keep_secret('ringback_hook_secret', $1)", secret);
    }

    private static Call callOf(String statement) {
        database.query(statement);
        var row = database.asSuperuser(session -> session.query("delete from net.http_request_queue returning url, headers::text, body")).getFirst();
        return new Call(row.getString("url"), new JsonObject(row.getString("headers")), row.getBuffer("body").getBytes());
    }

    private static long queued() {
        return database.asSuperuser(session -> session.query("select count(*) from net.http_request_queue")).getFirst().getLong(0);
    }
}
