package dev.ringback.engine.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Row;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.sql.Database;
import dev.ringback.testing.Cases;
import dev.ringback.testing.TestDatabase;

import static dev.ringback.engine.message.MessageStatus.ACCEPTED;
import static dev.ringback.engine.message.MessageStatus.BOUNCED;
import static dev.ringback.engine.message.MessageStatus.CLICKED;
import static dev.ringback.engine.message.MessageStatus.COMPLAINED;
import static dev.ringback.engine.message.MessageStatus.DELIVERED;
import static dev.ringback.engine.message.MessageStatus.FAILED;
import static dev.ringback.engine.message.MessageStatus.OPENED;
import static dev.ringback.engine.message.MessageStatus.READ;
import static dev.ringback.engine.message.MessageStatus.REPLIED;
import static dev.ringback.engine.message.MessageStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;

/// What providers report, in any order and any number of times, makes the same row.
@QuarkusTest
class MessageEventsTest {

    private static final List<MessageStatus> REPORTED = List.of(ACCEPTED, SENT, FAILED, DELIVERED, BOUNCED, OPENED, READ, CLICKED, REPLIED,
            COMPLAINED);
    private static final Instant START = Instant.parse("2026-03-02T15:30:00Z");
    private static final int MOST_AT_ONCE = 1_000;
    private static final String ROW = """
            select id, status, provider_id, accepted_at, sent_at, failed_at, delivered_at, bounced_at, opened_at, read_at, clicked_at, replied_at,
                   complained_at
              from engine.message where id = any ($1)""";

    private static TestDatabase database;

    @Inject
    Database application;
    @Inject
    MessageEvents messageEvents;

    /// A report before it has a message.
    private record Report(MessageStatus event, Instant at, String eventId, String providerMessage) {

        ProviderEvent of(UUID message) {
            return new ProviderEvent(message, "fake", providerMessage, eventId, event, at, Map.of());
        }
    }

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void the_ranks_are_the_databases() {
        // When
        var words = database.query("select unnest(enum_range(null::engine.message_status))::text").stream().map(row -> row.getString(0)).toList();

        // Then
        assertThat(words).isEqualTo(Stream.of(MessageStatus.values()).map(MessageStatus::word).toList());
    }

    @Test
    void every_order_of_up_to_seven_reports_makes_the_same_row() {
        for (var length = 1; length <= 7; length++) {
            // Given
            var reports = reports(REPORTED.subList(0, length));
            var orders = permutations(reports);
            var messages = messages(orders.size());

            // When
            record(messages, orders);

            // Then
            assertThat(rows(messages)).hasSize(1).first().isEqualTo(expected(reports));
        }
    }

    @Test
    void any_order_and_repetition_of_more_reports_makes_the_same_row() {
        var longest = new ArrayList<List<Report>>();
        Cases.check(40, random -> {
            // Given
            var reports = random(random);
            var orders = IntStream.range(0, 5).mapToObj(_ -> shuffledWithRepeats(reports, random)).toList();
            var messages = messages(orders.size());

            // When
            record(messages, orders);

            // Then
            assertThat(rows(messages)).hasSize(1).first().isEqualTo(expected(reports));
            longest.add(reports);
        });
        assertThat(longest).anySatisfy(reports -> assertThat(reports).hasSizeGreaterThan(15));
    }

    @Test
    void a_failure_after_the_delivery_is_kept_and_changes_no_status() {
        // Given
        var message = messages(1);
        record(message, List.of(reports(List.of(SENT, DELIVERED))));

        // When
        record(message, List.of(List.of(new Report(FAILED, START.plusSeconds(600), "late", null))));

        // Then
        var row = database
                .query("select m.status, m.failed_at, count(e.id) as events from engine.message m join engine.message_event e on e.message = m.id"
                        + " where m.id = $1 group by m.id", message.getFirst())
                .getFirst();
        assertThat(row.getString("status")).isEqualTo("delivered");
        assertThat(row.getOffsetDateTime("failed_at").toInstant()).isEqualTo(START.plusSeconds(600));
        assertThat(row.getLong("events")).isEqualTo(3);
    }

    @Test
    void what_it_costs_is_kept_whichever_report_says_it_and_when() {
        // Given
        var messages = messages(2);
        var early = new ProviderEvent(null, "fake", null, "early", SENT, START, Map.of("cost_micros", 7_000, "cost_currency", "USD"));
        var late = new ProviderEvent(null, "fake", null, "late", DELIVERED, START, Map.of("cost_micros", 7_500, "cost_currency", "USD"));
        var silent = new ProviderEvent(null, "fake", null, "silent", READ, START, Map.of());

        // When
        Stream.of(early, late, silent).forEach(event -> record(event.of(messages.getFirst())));
        Stream.of(silent, late, early, late).forEach(event -> record(event.of(messages.getLast())));

        // Then
        assertThat(database.query("select cost_micros || ' ' || cost_currency from engine.message where id = any ($1)",
                (Object) messages.toArray(UUID[]::new))).extracting(row -> row.getString(0)).containsExactly("7500 USD", "7500 USD");
    }

    private void record(ProviderEvent event) {
        application.asService(tx -> messageEvents.record(tx, List.of(event))).await().indefinitely();
    }

    // One statement for the first report of each message, one for the second, and so on.
    private void record(List<UUID> messages, List<? extends List<Report>> orders) {
        var longest = orders.stream().mapToInt(List::size).max().orElseThrow();
        for (var step = 0; step < longest; step++) {
            var nth = step;
            var events = IntStream.range(0, messages.size()).filter(at -> nth < orders.get(at).size())
                    .mapToObj(at -> orders.get(at).get(nth).of(messages.get(at))).toList();
            IntStream.iterate(0, at -> at < events.size(), at -> at + MOST_AT_ONCE)
                    .mapToObj(at -> events.subList(at, Math.min(events.size(), at + MOST_AT_ONCE)))
                    .forEach(some -> application.asService(tx -> messageEvents.record(tx, some)).await().indefinitely());
        }
    }

    private static List<UUID> messages(int count) {
        return database.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status)
                select gen_random_uuid(), 'growth', 'nobody', 'lead', gen_random_uuid()::text, 'step',
                       'out', 'email', 'a@b.example', '\\x0000', 'submitting'
                  from generate_series(1, $1) returning id""", count).stream().map(row -> row.getUUID(0)).toList();
    }

    private static List<Map<String, Object>> rows(List<UUID> messages) {
        return database.query(ROW, (Object) messages.toArray(UUID[]::new)).stream().map(MessageEventsTest::columns).distinct().toList();
    }

    private static Map<String, Object> columns(Row row) {
        var stamps = REPORTED.stream().filter(event -> row.getOffsetDateTime(event.word() + "_at") != null)
                .collect(Collectors.toMap(MessageStatus::word, event -> (Object) row.getOffsetDateTime(event.word() + "_at").toInstant()));
        stamps.put("status", row.getString("status"));
        stamps.put("provider_id", String.valueOf(row.getString("provider_id")));
        return stamps;
    }

    private static Map<String, Object> expected(List<Report> reports) {
        var earliest = new EnumMap<MessageStatus, Instant>(MessageStatus.class);
        reports.forEach(report -> earliest.merge(report.event(), report.at(), (one, other) -> one.isBefore(other) ? one : other));
        var row = earliest.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().word(), entry -> (Object) entry.getValue()));
        row.put("status", earliest.keySet().stream().max(Comparator.naturalOrder()).orElseThrow().word());
        row.put("provider_id", reports.stream().map(Report::providerMessage).min(Comparator.naturalOrder()).orElseThrow());
        return row;
    }

    private static List<Report> reports(List<MessageStatus> events) {
        return IntStream.range(0, events.size())
                .mapToObj(at -> new Report(events.get(at), START.plusSeconds(60L * at), "event-" + at, "there-" + at % 2)).toList();
    }

    private static List<Report> random(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(8, 21)).mapToObj(at -> new Report(REPORTED.get(random.nextInt(REPORTED.size())),
                START.plusSeconds(random.nextInt(0, 86_400)), "event-" + at, "there-" + random.nextInt(3))).toList();
    }

    private static List<Report> shuffledWithRepeats(List<Report> reports, RandomGenerator random) {
        var order = new ArrayList<>(reports);
        IntStream.range(0, reports.size()).filter(_ -> random.nextInt(3) == 0).forEach(at -> order.add(reports.get(at)));
        for (var at = order.size() - 1; at > 0; at--) {
            var other = random.nextInt(at + 1);
            order.set(other, order.set(at, order.get(other)));
        }
        return order;
    }

    private static List<List<Report>> permutations(List<Report> reports) {
        return reports.isEmpty() ? List.of(List.of()) : reports.stream().flatMap(first -> {
            var rest = reports.stream().filter(report -> report != first).toList();
            return permutations(rest).stream().map(order -> Stream.concat(Stream.of(first), order.stream()).toList());
        }).toList();
    }
}
