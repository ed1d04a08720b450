package dev.ringback.schema;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Row;

import dev.ringback.testing.Api;
import dev.ringback.testing.RegisteredClient;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// What document 004 asks gives right answers on what our functions wrote: its own text, with `search_path` set to the pack's
/// schema and its placeholders filled.
@QuarkusTest
class GrowthAnswersTest {

    private static final String ITS_CLIENT = "550e8400-e29b-41d4-a716-446655440000";
    private static final String ITS_LEAD = "5a0e8400-e29b-41d4-a716-446655440123";
    private static final String ASKS = "Our roof leaks, this is urgent. How much would a repair cost?";
    private static final String WONDERS = "Just curious what is a heat pump";

    private static TestDatabase database;

    private RegisteredClient client;
    private Instant now;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    // The document's queries ask the database for the time.
    @BeforeEach
    void a_client_of_today() {
        now = database.query("select now()").getFirst().getOffsetDateTime(0).toInstant();
        at(now.minusSeconds(60));
        client = RegisteredClient.register("acme");
    }

    @AfterEach
    void back_to_the_tests_own_time() {
        Api.setClock("2026-03-02T15:30:00Z");
    }

    @Test
    void the_dashboard_shows_active_leads_with_their_last_action_the_latest_first() {
        // Given
        at(now.minusSeconds(40 * 86_400));
        var old = submits("old", WONDERS, false);
        at(now.minusSeconds(3_600));
        var sarah = submits("sarah", ASKS, false);
        tag(submits("lena", ASKS, false), "Follow-Up");
        submits("test", ASKS, true);
        move(submits("gone", ASKS, false), "archive");
        move(submits("never", ASKS, false), "delete");
        var omar = submits("omar", WONDERS, false);
        at(now.minusSeconds(1_800));
        tag(omar, "Follow-Up");
        at(now.minusSeconds(900));
        tag(omar, "Active");

        // When
        var dashboard = ask("1003");

        // Then
        assertThat(dashboard).extracting(row -> row.getUUID("id")).containsExactlyInAnyOrder(omar, sarah, old).endsWith(old);
        assertThat(dashboard).allSatisfy(row -> assertThat(row.getString("tag")).isEqualTo("Active"));
        assertThat(dashboard).filteredOn(row -> row.getUUID("id").equals(omar)).first()
                .satisfies(row -> assertThat(row.getOffsetDateTime("last_action_time").toInstant()).isEqualTo(now.minusSeconds(900)));
        assertThat(ask("780")).hasSize(3);
        assertThat(ask("855")).hasSize(7);
    }

    @Test
    void the_urgency_trend_counts_the_last_thirty_days_without_tests() {
        // Given
        submits("one", ASKS, false);
        submits("two", ASKS, false);
        submits("three", WONDERS, false);
        submits("test", ASKS, true);
        at(now.minusSeconds(31 * 86_400));
        submits("old", WONDERS, false);

        // When
        var trend = ask("1026");

        // Then
        assertThat(trend).extracting(row -> "%s %d %s".formatted(row.getString("urgency"), row.getLong("count"), row.getBigDecimal("percentage")))
                .containsExactly("High 2 66.67", "Low 1 33.33");
    }

    @Test
    void the_latest_insights_are_what_was_learnt_last() {
        // Given
        var lead = submits("sarah", ASKS, false);
        tag(lead, "Converted");
        at(now);
        Api.post("growth-lead-revert", client.apiKey(), Map.of("lead_id", lead.toString(), "reason", "Placed in converted by accident"))
                .statusCode(200);

        // When
        var insights = ask("1041");

        // Then
        assertThat(insights).extracting(row -> row.getString("event_type")).containsExactly("reversion", "conversion");
        assertThat(insights.getLast().getString("insight_text")).isEqualTo("Lead \"sarah\" converted in 0 days with 1 touch points");
    }

    @Test
    void the_documents_own_lines_of_a_history_stand_beside_ours() {
        // Given
        var lead = submits("sarah", ASKS, false);

        // When
        List.of("578", "582", "586", "590").forEach(line -> run(line, lead));

        // Then
        assertThat(database.query("select action_type, tag, conversion_outcome, reversion_reason from growth.lead_actions where lead_id = $1", lead))
                .extracting(row -> "%s %s %s %s".formatted(row.getString(0), row.getString(1), row.getBoolean(2), row.getString(3)))
                .containsExactlyInAnyOrder("insert Active false null", "insert Active false null", "tag Follow-Up false null",
                        "tag Converted true null",
                        "revert Active false Placed in converted by accident");
    }

    @Test
    void its_archiving_leaves_who_was_active_and_writes_the_line_of_the_history() {
        // Given
        at(now.minusSeconds(400 * 86_400));
        var idle = submits("idle", ASKS, false);
        var touched = submits("touched", ASKS, false);
        at(now.minusSeconds(100 * 86_400));
        tag(touched, "Follow-Up");
        tag(touched, "Active");
        var fresh = submits("fresh", ASKS, false);

        // When
        run("1086", idle);

        // Then
        assertThat(List.of(state(idle), state(touched), state(fresh))).containsExactly("Archived true archive", "Active false tag",
                "Active false insert");
    }

    @Test
    void its_cleanup_takes_confirmed_tests_and_all_that_is_theirs() {
        // Given
        var test = RegisteredClient.register("test");
        test.submits("sarah@chen.example");
        Api.post("growth-test-data", Api.SECRET_KEY, Map.of("client_ids", List.of(test.id().toString()))).statusCode(200);
        submits("sarah", ASKS, false);

        // When
        run("1078", UUID.randomUUID());

        // Then
        assertThat(left(test.id())).containsExactly(0L, 0L, 0L);
        assertThat(left(client.id())).containsExactly(1L, 1L, 1L);
    }

    @Test
    void with_a_client_goes_everything_of_it() {
        // Given
        tag(submits("sarah", ASKS, false), "Converted");

        // When
        run("741", UUID.randomUUID());

        // Then
        assertThat(left(client.id())).containsExactly(0L, 0L, 0L);
        assertThat(database.query("select 1 from growth.growth_brain where client_id = $1", client.id())).isEmpty();
    }

    private List<Row> ask(String line) {
        return database.asService(session -> {
            session.run("set local search_path = growth");
            return session.query(filled(line, UUID.randomUUID()));
        });
    }

    private void run(String line, UUID lead) {
        database.asService(session -> {
            session.run("set local search_path = growth");
            return session.query(filled(line, lead));
        });
    }

    private String filled(String line, UUID lead) {
        var statement = SeedDocument.ALL.getLast().statements().stream().filter(seed -> seed.line().equals(line)).findFirst().orElseThrow();
        return statement.inItsSchema().replace(ITS_CLIENT, client.id().toString()).replace(ITS_LEAD, lead.toString());
    }

    private UUID submits(String name, String message, boolean isTest) {
        var email = "%s.%s@people.example".formatted(name, client.id());
        var lead = Map.of("email", email, "name", name, "message", message, "is_test", isTest);
        return UUID.fromString(Api.post("growth-lead-submit", client.apiKey(), lead).statusCode(200).extract().path("lead_id"));
    }

    private void tag(UUID lead, String tag) {
        Api.post("growth-lead-tag", client.apiKey(), Map.of("lead_id", lead.toString(), "tag", tag)).statusCode(200);
    }

    private void move(UUID lead, String verb) {
        Api.post("growth-lead-" + verb, client.apiKey(), Map.of("lead_id", lead.toString())).statusCode(200);
    }

    private static void at(Instant instant) {
        Api.setClock(instant.toString());
    }

    private static String state(UUID lead) {
        var row = database.query("""
                select current_tag, archived,
                       (select action_type from growth.lead_actions where lead_id = l.id order by "timestamp" desc, ctid desc limit 1)
                  from growth.lead_memory l where id = $1""", lead).getFirst();
        return "%s %s %s".formatted(row.getString(0), row.getBoolean(1), row.getString(2));
    }

    private static List<Long> left(UUID client) {
        var row = database.query("""
                select (select count(*) from growth.clients where client_id = $1), (select count(*) from growth.lead_memory where client_id = $1),
                       (select count(*) from growth.lead_actions where client_id = $1)""", client).getFirst();
        return List.of(row.getLong(0), row.getLong(1), row.getLong(2));
    }
}
