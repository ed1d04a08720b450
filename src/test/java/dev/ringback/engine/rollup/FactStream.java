package dev.ringback.engine.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ringback.local.database.DatabaseSession;
import dev.ringback.testing.TestDatabase;

/// What could happen to a few tenants' messages in a few days around a clock change: sends, answers, late and repeated reports,
/// corrections, deletions, and tenants that move.
final class FactStream {

    static final String PACK = "stream";

    private static final Instant START = Instant.parse("2026-03-06T12:00:00Z");
    private static final List<String> ZONES = List.of("UTC", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kathmandu");
    private static final List<BiConsumer<FactStream, DatabaseSession>> REPORTS = List.of(
            (stream, session) -> stream.report(session, "delivered_at", "delivered"), (stream, session) -> stream.report(session, "read_at", "read"),
            (stream, session) -> stream.report(session, "opened_at", "opened"), (stream, session) -> stream.report(session, "failed_at", "failed"));
    private static final List<String> CHANNELS = List.of("email", "sms");

    private final RandomGenerator random;
    private final TestDatabase sql;
    private final List<UUID> messages = new ArrayList<>();

    FactStream(RandomGenerator random, TestDatabase sql) {
        this.random = random;
        this.sql = sql;
    }

    void forget() {
        sql.query("delete from engine.message where pack = $1", PACK);
        sql.query("delete from engine.tenant_setting where pack = $1", PACK);
    }

    /// One transaction of a few changes.
    void happen() {
        sql.asOwner(session -> {
            IntStream.range(0, random.nextInt(1, 6)).forEach(_ -> change(session));
            return null;
        });
    }

    private void change(DatabaseSession session) {
        switch (messages.isEmpty() ? 0 : random.nextInt(10)) {
            case 0, 1, 2 -> plan(session, random.nextInt(1, 4));
            case 3, 4 -> report(session, "sent_at", "sent");
            case 5 -> report(session, "replied_at", "replied");
            case 6 -> REPORTS.get(random.nextInt(REPORTS.size())).accept(this, session);
            case 7 -> report(session, "decided_at", random.nextBoolean() ? "suppressed" : "cancelled");
            case 8 -> delete(session);
            default -> move(session);
        }
    }

    private void plan(DatabaseSession session, int count) {
        var ids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong())).limit(count).toList();
        messages.addAll(ids);
        var inbound = random.nextInt(4) == 0;
        session.query("""
                insert into engine.message (id, pack, tenant, subject_kind, subject_id, step, direction, channel, their_address, their_hash, status,
                                            planned_at, received_at)
                select id, $2, $3, 'lead', '1', 'hello', '%s', $4, 'sarah@chen.example', '\\x00', '%s', $5, $6 from unnest($1::uuid[]) as id"""
                .formatted(inbound ? "in" : "out", inbound ? "received" : "planned"), ids.toArray(UUID[]::new), PACK, tenant(),
                CHANNELS.get(random.nextInt(CHANNELS.size())), inbound ? null : moment().atOffset(ZoneOffset.UTC),
                inbound ? moment().atOffset(ZoneOffset.UTC) : null);
    }

    // Told again with the same time, it is no news; told with an earlier one, it moves to another day.
    private void report(DatabaseSession session, String column, String status) {
        session.query("update engine.message set %s = least(%1$s, $2), status = '%s' where id = any ($1)".formatted(column, status),
                some(), moment().atOffset(ZoneOffset.UTC));
        if (random.nextInt(3) == 0) {
            session.query("update engine.message set %s = %1$s, status = '%s' where id = any ($1)".formatted(column, status), (Object) some());
        }
    }

    private void delete(DatabaseSession session) {
        session.query("delete from engine.message where id = any ($1)", (Object) new UUID[]{messages.remove(random.nextInt(messages.size()))});
    }

    private void move(DatabaseSession session) {
        session.query("""
                insert into engine.tenant_setting (pack, tenant, zone) values ($1, $2, $3)
                on conflict (pack, tenant) do update set zone = excluded.zone""", PACK, tenant(), ZONES.get(random.nextInt(ZONES.size())));
    }

    private UUID[] some() {
        return random.ints(random.nextInt(1, 4), 0, messages.size()).mapToObj(messages::get).toArray(UUID[]::new);
    }

    private String tenant() {
        return "tenant-" + random.nextInt(3);
    }

    private Instant moment() {
        return START.plus(Duration.ofMinutes(random.nextLong(5 * 24 * 60)));
    }
}
