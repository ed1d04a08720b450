package dev.ringback.engine.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.facts.SendFactsReader;
import dev.ringback.engine.facts.SendFactsReader.Known;
import dev.ringback.engine.gate.Gate.Entrant;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.testing.Api;
import dev.ringback.testing.TestDatabase;

/// Messages of a tenant of its own, and many who want to submit them at once.
abstract class GateStage {

    static final int RACERS = 40;
    static final Duration LATEST = Duration.ofSeconds(90);

    static TestDatabase sql;

    @Inject
    Database database;
    @Inject
    SendFactsReader facts;
    @Inject
    Gate gate;
    @Inject
    AddressHash hash;

    final String tenant = UUID.randomUUID().toString();

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
                "insert into engine.sender_identity (pack, tenant, channel, display_name, address) "
                        + "values ('growth', $1, 'email', 'Maple', 'a@maple.example')",
                tenant);
    }

    @AfterEach
    void nothing_stays() {
        sql.query("delete from engine.cap where tenant = $1", tenant);
        sql.query("delete from engine.brake where tenant = $1", tenant);
    }

    // Each racer takes some of the messages, by fives: so many that each message is tried by several.
    void race(List<UUID> messages) {
        Multi.createFrom().range(0, RACERS).onItem().transformToUni(racer -> run(some(messages, racer))).merge(RACERS)
                .collect().asList().await().atMost(LATEST);
    }

    Uni<Integer> run(List<UUID> messages) {
        return Multi.createFrom().iterable(messages).group().intoLists().of(5)
                .onItem().transformToUniAndConcatenate(some -> database.asService(tx -> pass(tx, some)))
                .collect().asList().map(List::size);
    }

    Uni<Set<UUID>> pass(Tx tx, List<UUID> messages) {
        return facts.read(tx, messages).map(known -> known.stream().filter(one -> !hasBegun(one)).map(GateStage::entrant).toList())
                .chain(entrants -> gate.pass(tx, entrants));
    }

    // What policy would not let through as sent already; a retry of an uncertain one is let through.
    static boolean hasBegun(Known known) {
        return known.message().standing().status().word().equals("submitting");
    }

    static Entrant entrant(Known known) {
        var message = known.message();
        return new Entrant(message, known.caps(), "a@maple.example", message.id() + "@maple.example", "Hello", "Hello", "fake");
    }

    static List<UUID> some(List<UUID> messages, int seed) {
        var order = new ArrayList<>(messages);
        Collections.shuffle(order, new Random(seed));
        return order.subList(0, Math.min(order.size(), Math.max(5, order.size() / 5)));
    }

    // Counts while the opt-out is there and not committed: nothing can begin between the count and the commit.
    List<UUID> messages(List<String> addresses, String status) {
        return addresses.stream().map(address -> message(address, status)).toList();
    }

    UUID message(String address, String status) {
        return sql.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            planned_at)
                values (gen_random_uuid(), 'growth', $1, 'lead', gen_random_uuid()::text, 'step', 'out', 'email', $2, $3,
                        $4::text::engine.message_status,
                        '2026-03-02T15:30:00Z') returning id""",
                tenant, address, Buffer.buffer(hash.of(address).value()), status).getFirst().getUUID(0);
    }

    /// One human's, as the tenant knows him.
    void belongTogether(List<String> addresses) {
        var person = sql.query("insert into engine.person (pack, tenant) values ('growth', $1) returning id", tenant).getFirst().getUUID(0);
        addresses.forEach(address -> sql.query("""
                insert into engine.address (person_id, pack, tenant, kind, address, address_hash, key_id, linked_by)
                values ($1, 'growth', $2, 'email', $3, $4, $5, 'test')""",
                person, tenant, address, Buffer.buffer(hash.of(address).value()), hash.of(address).keyId()));
    }

    static List<UUID> begun(List<UUID> messages) {
        return sql.query("select id from engine.message where id = any ($1) and status = 'submitting'", (Object) messages.toArray(UUID[]::new))
                .stream()
                .map(row -> row.getUUID(0)).toList();
    }

    long begunTo(String address) {
        return sql.query("select id from engine.message where tenant = $1 and their_address = $2 and status = 'submitting'", tenant, address)
                .size();
    }

    static List<String> addresses(int count) {
        return IntStream.range(0, count).mapToObj(_ -> address()).toList();
    }

    static String address() {
        return UUID.randomUUID() + "@people.example";
    }
}
