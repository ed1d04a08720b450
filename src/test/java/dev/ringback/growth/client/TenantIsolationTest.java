package dev.ringback.growth.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;

import dev.ringback.local.database.DatabaseSession;
import dev.ringback.testing.RegisteredClient;
import dev.ringback.testing.TestDatabase;
import dev.ringback.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/// Two clients of the agency who must never meet: not through a function, not through SQL, not through a shared connection.
@QuarkusTest
class TenantIsolationTest {

    private static final String LEADS = "/functions/v1/growth-leads";
    private static final String SETTINGS = "/functions/v1/growth-client-settings";
    private static final String DENIED = "42501";
    private static final List<String> OF_MESSAGES = List.of("engine.message", "engine.message_event", "engine.verdict");

    private static TestDatabase database;

    private RegisteredClient maple;
    private RegisteredClient cedar;
    private UUID mapleLead;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void two_clients() {
        maple = RegisteredClient.register("maple");
        cedar = RegisteredClient.register("cedar");
        mapleLead = maple.submits("sarah@chen.example");
        database.query("""
                with sent as (insert into engine.message
                        (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status)
                    values (gen_random_uuid(), 'growth', $1, 'lead', $2, 'lead-reply', 'out', 'email', 'sarah@chen.example', '\\x00', 'sent')
                    returning id
                ), decided as (
                    insert into engine.verdict (message, at, verdict, rule) select id, engine.now(), 'send', 'clear' from sent
                )
                insert into engine.message_event (message, event, at, provider, event_id) select id, 'sent', engine.now(), 'fake', 'one' from sent""",
                maple.id().toString(), mapleLead.toString());
    }

    @Test
    void another_clients_lead_is_not_found_by_any_function() {
        for (var stranger : List.of(cedar.given(), signedInAt(cedar))) {
            stranger.get(LEADS).then().statusCode(200).body("items", empty());
            stranger.get(LEADS + "/" + mapleLead).then().statusCode(404).body("code", is("NOT_FOUND"));
            stranger.get("/functions/v1/growth-lead-timeline/" + mapleLead).then().statusCode(404).body("code", is("NOT_FOUND"));
            stranger.get(SETTINGS).then().statusCode(200).body("client_id", is(cedar.id().toString()));
        }
    }

    @Test
    void the_same_person_is_a_lead_of_each_client_for_itself() {
        // When
        var cedarLead = cedar.submits("sarah@chen.example");

        // Then
        assertThat(cedarLead).isNotEqualTo(mapleLead);
        maple.given().get(LEADS).then().body("items.id", contains(mapleLead.toString()));
        cedar.given().get(LEADS).then().body("items.id", contains(cedarLead.toString()));
    }

    @Test
    void a_cursor_of_another_clients_list_shows_nothing_of_it() {
        // Given
        maple.submits("omar@haddad.example");
        var cursor = maple.given().queryParam("limit", 1).get(LEADS).jsonPath().getString("next_cursor");

        // When
        var answer = cedar.given().queryParam("cursor", cursor).get(LEADS);

        // Then
        answer.then().statusCode(200).body("items", empty());
    }

    @Test
    void settings_are_changed_in_the_callers_own_row_alone() {
        // Given
        var before = allClientsBut(cedar);

        // When
        var answer = signedInAt(cedar).contentType("application/json").body(Map.of("business_name", "Cedar & Sons", "email_tone", "Formal"))
                .patch(SETTINGS);

        // Then
        answer.then().statusCode(200).body("client_id", is(cedar.id().toString())).body("business_name", is("Cedar & Sons"));
        assertThat(allClientsBut(cedar)).isEqualTo(before);
        cedar.given().get(SETTINGS).then().body("email_tone", is("Formal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "select 1 from growth.clients where client_id = $1",
            "select 1 from growth.lead_memory where client_id = $1",
            "select 1 from growth.lead_actions where client_id = $1",
            "select 1 from engine.message where tenant = $1::uuid::text",
            "select 1 from engine.message_event e join engine.message m on m.id = e.message where m.tenant = $1::uuid::text",
            "select 1 from engine.verdict v join engine.message m on m.id = v.message where m.tenant = $1::uuid::text",
            "update growth.clients set business_name = 'Mine' where client_id = $1 returning 1",
            "update growth.lead_memory set name = 'Mine' where client_id = $1 returning 1",
            "delete from growth.lead_memory where client_id = $1 returning 1"
    })
    void sql_in_a_users_name_touches_no_row_of_another_client(String statement) {
        // When
        var touched = database.asAuthenticated(claims(cedar), session -> session.query(statement, maple.id()));

        // Then
        assertThat(touched).isEmpty();
        var own = database.asAuthenticated(claims(maple), session -> session.query(statement, maple.id()));
        assertThat(own).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "insert into growth.lead_memory (client_id, email, name) values ($1, 'eve@evil.example', 'Eve')",
            "insert into growth.lead_actions (client_id, action_type) values ($1, 'delete')",
            "insert into growth.clients (client_id, business_name, email) values ($1, 'Eve', 'eve@evil.example')",
            "update growth.lead_memory set client_id = $1",
            "update growth.clients set client_id = $1",
            "delete from growth.clients where client_id = $1",
            "update growth.lead_actions set action_type = 'tag' where client_id = $1",
            "delete from growth.lead_actions where client_id = $1",
            "update engine.message set status = 'cancelled' where tenant = $1::uuid::text",
            "delete from engine.message where tenant = $1::uuid::text",
            "update engine.verdict set verdict = 'refuse' where $1::uuid is not null",
            "delete from engine.message_event where $1::uuid is not null",
            "insert into engine.message (id, pack, tenant) values (gen_random_uuid(), 'growth', $1::uuid::text)",
            "select api_key from growth.clients where client_id = $1",
            "select smtp_password from growth.clients where client_id = $1",
            "select engine.enqueue('growth', 'growth.plan-reply', $1::uuid::text, 'lead', 'x', 'x', now())"
    })
    void sql_in_a_users_name_is_refused(String statement) {
        // Given
        cedar.submits("omar@haddad.example");

        // Then
        assertDenied(() -> database.asAuthenticated(claims(cedar), session -> session.query(statement, maple.id())));
    }

    @Test
    void a_claim_beats_the_setting_that_anybody_can_make() {
        // When
        var seen = database.asAuthenticated(claims(cedar), session -> {
            session.query("select set_config('app.current_client_id', $1, true)", maple.id().toString());
            return session.query("select 1 from growth.lead_memory");
        });

        // Then
        assertThat(seen).isEmpty();
    }

    @Test
    void a_user_reads_no_table_of_the_engine_but_messages_and_what_was_said_of_them() {
        assertThat(tables("engine")).contains("engine.work", "engine.inbox", "engine.idempotency").containsAll(OF_MESSAGES)
                .filteredOn(table -> !OF_MESSAGES.contains(table))
                .allSatisfy(table -> assertDenied(() -> database.asAuthenticated(claims(maple), reads(table))));
        assertThat(OF_MESSAGES).allSatisfy(table -> {
            assertThat(database.asAuthenticated(claims(maple), reads(table))).hasSize(1);
            assertThat(database.asAuthenticated(claims(cedar), reads(table))).isEmpty();
            assertThat(database.asAuthenticated("{\"sub\":\"%s\",\"role\":\"authenticated\"}".formatted(UUID.randomUUID()), reads(table))).isEmpty();
        });
    }

    @Test
    void a_connection_carries_nothing_from_one_caller_to_the_next() throws InterruptedException {
        // Given
        cedar.submits("omar@haddad.example");
        var callers = List.of(new Expected(maple.given(), List.of("sarah@chen.example")),
                new Expected(cedar.given(), List.of("omar@haddad.example")),
                new Expected(given().header("Authorization", "Bearer " + Tokens.USER), List.of()));
        var calls = IntStream.range(0, 51).mapToObj(nth -> callers.get(nth % callers.size())).map(TenantIsolationTest::call).toList();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(calls);

            // Then
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isTrue());
        }
    }

    private record Expected(RequestSpecification caller, List<String> emails) {}

    private static Callable<Boolean> call(Expected expected) {
        var request = given().spec(expected.caller());
        return () -> request.get(LEADS).jsonPath().getList("items.email").equals(expected.emails());
    }

    private static RequestSpecification signedInAt(RegisteredClient client) {
        return given().header("apikey", Tokens.PUBLISHABLE_KEY).header("Authorization", "Bearer " + Tokens.es256(Tokens.claimsOf(client.id())));
    }

    private static String claims(RegisteredClient client) {
        return "{\"sub\":\"%s\",\"role\":\"authenticated\",\"app_metadata\":{\"client_id\":\"%s\"}}".formatted(UUID.randomUUID(), client.id());
    }

    private static List<String> allClientsBut(RegisteredClient client) {
        return database.query("select md5(c::text) from growth.clients c where client_id <> $1 order by client_id", client.id()).stream()
                .map(row -> row.getString(0)).toList();
    }

    private static List<String> tables(String schemas) {
        return database.query("select oid::regclass::text from pg_class where relkind in ('r', 'p', 'v', 'm')"
                + " and relnamespace::regnamespace::text in ('%s')".formatted(schemas)).stream().map(row -> row.getString(0)).toList();
    }

    private static Function<DatabaseSession, List<Row>> reads(String table) {
        return session -> session.query("select from " + table);
    }

    private static void assertDenied(ThrowingCallable statement) {
        assertThatThrownBy(statement).isInstanceOfSatisfying(PgException.class, refused -> assertThat(refused.getSqlState()).isEqualTo(DENIED));
    }
}
