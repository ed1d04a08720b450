package dev.ringback.engine.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.facts.SendFactsReader;
import dev.ringback.engine.facts.SendFactsReader.Known;
import dev.ringback.engine.gate.Gate.Entrant;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/// Never one too many, however many push.
@QuarkusTest
class GateTest {

    private static final int RACERS = 40;
    private static final Duration LATEST = Duration.ofSeconds(90);
    private static final Origin ORIGIN = new Origin("test", Map.of(), null);

    private static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    SendFactsReader facts;
    @Inject
    Gate gate;
    @Inject
    AddressHash hash;
    @Inject
    Consent consent;

    private final String tenant = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        sql = new TestDatabase();
    }

    @AfterAll
    static void close() {
        sql.close();
    }

    @BeforeEach
    void sender() {
        Api.setClock("2026-03-02T15:30:00Z");
        sql.query(
                "insert into engine.sender_identity (pack, tenant, channel, display_name, address) values ('growth', $1, 'email', 'Maple', 'a@maple.example')",
                tenant);
    }

    @AfterEach
    void nothing_stays() {
        sql.query("delete from engine.cap where tenant = $1", tenant);
        sql.query("delete from engine.brake where tenant = $1", tenant);
    }

    @Test
    void a_person_gets_no_more_than_the_cap() {
        // Given
        sql.query("insert into engine.cap (pack, tenant, period, most, reason) values ('growth', $1, '1 day', 3, 'daily')", tenant);
        var messages = messages(Collections.nCopies(60, address()), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(3);
    }

    @Test
    void a_sender_sends_no_more_a_day_than_its_cap() {
        // Given
        sql.query("update engine.sender_identity set daily_cap = 17 where tenant = $1", tenant);
        var messages = messages(addresses(80), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(17);
        assertThat(sql.query("select used from engine.send_slot where tenant = $1", tenant).getFirst().getInteger(0)).isEqualTo(17);
    }

    @Test
    void a_young_senders_cap_grows_with_its_days() {
        // Given
        sql.query("update engine.sender_identity set daily_cap = 17, ramp_step = 4, ramp_from = '2026-03-01T23:00:00Z' where tenant = $1", tenant);
        var messages = messages(addresses(60), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(8);
    }

    @Test
    void a_sender_keeps_its_gap() {
        // Given
        sql.query("update engine.sender_identity set min_gap = '1 minute' where tenant = $1", tenant);
        var messages = messages(addresses(60), "planned");

        // When
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(1);
    }

    @Test
    void a_message_that_is_tried_again_is_counted_once() {
        // Given
        sql.query("update engine.sender_identity set daily_cap = 2 where tenant = $1", tenant);
        var first = messages(addresses(1), "planned");
        race(first);
        sql.query("update engine.message set status = 'planned' where id = $1", first.getFirst());
        var others = messages(addresses(5), "planned");

        // When
        race(first);
        race(others);

        // Then
        assertThat(begun(first)).hasSize(1);
        assertThat(begun(others)).hasSize(1);
    }

    @Test
    void nothing_begins_after_an_opt_out_is_committed_not_even_a_retry() {
        // Given
        var addresses = addresses(60);
        var everybody = new ArrayList<String>();
        IntStream.range(0, 5).forEach(_ -> everybody.addAll(addresses));
        var messages = new ArrayList<>(messages(everybody, "planned"));
        messages.addAll(messages(addresses, "uncertain"));
        var begunBefore = new HashMap<String, Long>();

        // When
        var racing = CompletableFuture.runAsync(() -> race(messages));
        addresses.forEach(address -> begunBefore.put(address, optOut(address)));
        racing.join();
        race(messages);

        // Then
        assertThat(addresses).allSatisfy(address -> assertThat(begunTo(address)).isEqualTo(begunBefore.get(address)));
        assertThat(begunBefore.values().stream().mapToLong(Long::longValue).sum()).isBetween(1L, 359L);
    }

    @Test
    void nothing_begins_after_a_brake_is_committed() {
        // Given
        var messages = messages(addresses(400), "planned");

        // When
        var racing = CompletableFuture.runAsync(() -> race(messages));
        var begunBefore = brake();
        racing.join();
        race(messages);

        // Then
        assertThat(begun(messages)).hasSize(begunBefore);
    }

    @Test
    void an_opt_out_waits_for_the_gate_that_did_not_see_it() throws Exception {
        // Given
        var address = address();
        var message = messages(List.of(address), "planned");
        var entered = new CompletableFuture<Set<UUID>>();
        var mayCommit = new CompletableFuture<Boolean>();
        var passing = database.asService(tx -> pass(tx, message).invoke(entered::complete).call(() -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        entered.get();

        // When
        var optingOut = CompletableFuture.supplyAsync(() -> optOut(address));
        awaitWaitingLock();
        var wasWaiting = !optingOut.isDone();
        mayCommit.complete(true);
        passing.toCompletableFuture().get();

        // Then
        assertThat(wasWaiting).isTrue();
        assertThat(optingOut.get()).isEqualTo(1);
    }

    @Test
    void a_gate_leaves_a_message_whose_opt_out_is_not_committed_yet() {
        // Given
        var address = address();
        var message = messages(List.of(address), "planned");

        // When
        var passed =
                database.asService(tx -> refuse(tx, address).chain(() -> database.asService(other -> pass(other, message)))).await().atMost(LATEST);

        // Then
        assertThat(passed).isEmpty();
    }

    // Each racer takes some of the messages, by fives: so many that each message is tried by several.
    private void race(List<UUID> messages) {
        Multi.createFrom().range(0, RACERS).onItem().transformToUni(racer -> run(some(messages, racer))).merge(RACERS)
                .collect().asList().await().atMost(LATEST);
    }

    private Uni<Integer> run(List<UUID> messages) {
        return Multi.createFrom().iterable(messages).group().intoLists().of(5)
                .onItem().transformToUniAndConcatenate(some -> database.asService(tx -> pass(tx, some)))
                .collect().asList().map(List::size);
    }

    private Uni<Set<UUID>> pass(Tx tx, List<UUID> messages) {
        return facts.read(tx, messages).map(known -> known.stream().filter(one -> !hasBegun(one)).map(GateTest::entrant).toList())
                .chain(entrants -> gate.pass(tx, entrants));
    }

    // What policy would not let through as sent already; a retry of an uncertain one is let through.
    private static boolean hasBegun(Known known) {
        return known.message().standing().status().word().equals("submitting");
    }

    private static Entrant entrant(Known known) {
        var message = known.message();
        return new Entrant(message, known.caps(), "a@maple.example", message.id() + "@maple.example", "Hello", "Hello", "fake");
    }

    private static List<UUID> some(List<UUID> messages, int seed) {
        var order = new ArrayList<>(messages);
        Collections.shuffle(order, new Random(seed));
        return order.subList(0, Math.min(order.size(), Math.max(5, order.size() / 5)));
    }

    // Counts while the opt-out is there and not committed: nothing can begin between the count and the commit.
    private long optOut(String address) {
        return database.asService(tx -> refuse(tx, address).map(_ -> begunTo(address))).await().atMost(LATEST);
    }

    private Uni<Void> refuse(Tx tx, String address) {
        return consent.refuse(tx, Refusal.optOut(new Party("growth", tenant, address), Channel.EMAIL, ORIGIN));
    }

    private int brake() {
        return sql.asService(session -> {
            session.query("insert into engine.brake (tenant, reason) values ($1, 'test')", tenant);
            return session.query("select id from engine.message where tenant = $1 and status = 'submitting'", tenant).size();
        });
    }

    private static void awaitWaitingLock() throws InterruptedException {
        var latest = System.nanoTime() + LATEST.toNanos();
        while (sql.query("select pid from pg_locks where locktype = 'advisory' and not granted").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(latest);
            Thread.onSpinWait();
        }
    }

    private List<UUID> messages(List<String> addresses, String status) {
        return addresses.stream().map(address -> message(address, status)).toList();
    }

    private UUID message(String address, String status) {
        return sql.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            planned_at)
                values (gen_random_uuid(), 'growth', $1, 'lead', gen_random_uuid()::text, 'step', 'out', 'email', $2, $3, $4::text::engine.message_status,
                        '2026-03-02T15:30:00Z') returning id""",
                tenant, address, Buffer.buffer(hash.of(address).value()), status).getFirst().getUUID(0);
    }

    private static List<UUID> begun(List<UUID> messages) {
        return sql.query("select id from engine.message where id = any ($1) and status = 'submitting'", (Object) messages.toArray(UUID[]::new))
                .stream()
                .map(row -> row.getUUID(0)).toList();
    }

    private long begunTo(String address) {
        return sql.query("select id from engine.message where tenant = $1 and their_address = $2 and status = 'submitting'", tenant, address).size();
    }

    private static List<String> addresses(int count) {
        return IntStream.range(0, count).mapToObj(_ -> address()).toList();
    }

    private static String address() {
        return UUID.randomUUID() + "@people.example";
    }
}
