package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.server.LocalPostgres;

/// The queue under test from the outside: rows whose trigger enqueues work of the kinds [NoOp] and [Probe].
final class RingbackQueue implements AutoCloseable {

    static final String DATABASE = "ringback";

    private static final int CHUNK = 50_000;

    private final BenchServer server;
    private final DatabaseAddress address;
    private final DatabaseSession owner;

    private RingbackQueue(BenchServer server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
        this.owner = server.open(address.as("postgres", LocalPostgres.PASSWORD));
    }

    static RingbackQueue make(BenchServer server) {
        var queue = new RingbackQueue(server, server.migrated(DATABASE));
        queue.owner.run(schema());
        return queue;
    }

    /// The same queue over a connection of its own, for another thread.
    RingbackQueue another() {
        return new RingbackQueue(server, address);
    }

    DatabaseAddress address() {
        return address;
    }

    DatabaseSession owner() {
        return owner;
    }

    /// Ready at once.
    void fill(long items) {
        fill(items, "one", Instant.now());
    }

    void fill(long items, String tenant, Instant due) {
        var dueAt = due.atOffset(ZoneOffset.UTC);
        for (var left = items; left > 0; left -= CHUNK) {
            owner.query("insert into bench.item (tenant, due_at) select $1, $2 from generate_series(1, $3::bigint)", tenant, dueAt,
                    Math.min(left, CHUNK));
        }
    }

    /// One item of another transaction; answers its subject.
    String probe(String tenant) {
        return owner.query("insert into bench.item (kind, tenant) values ('engine.bench-probe', $1) returning id::text", tenant).getFirst()
                .getString(0);
    }

    /// After a big fill autovacuum would come in the middle of the drain, and in another one not.
    void settle() {
        tables().forEach(table -> owner.run("vacuum analyze " + table));
    }

    boolean hasWork() {
        return owner.query("select exists (select from engine.work) or exists (select from engine.lease) as some").getFirst().getBoolean(0);
    }

    void clear() {
        owner.run("truncate bench.item, " + String.join(", ", tables()));
    }

    /// Bytes of the queue's tables with their indexes.
    long bytes() {
        return owner.query("select sum(pg_total_relation_size(t::regclass))::bigint from unnest($1::text[]) t",
                (Object) tables().toArray(String[]::new)).getFirst().getLong(0);
    }

    /// How many pieces of work there are.
    long size() {
        return owner.query("select count(*) from engine.work").getFirst().getLong(0);
    }

    private List<String> tables() {
        return owner.query("""
                select format('engine.%I', relname) from pg_class
                 where relkind = 'r' and relnamespace = 'engine'::regnamespace
                   and relname in ('work', 'waiting', 'ready', 'lease', 'tenant_time')""").stream().map(row -> row.getString(0)).toList();
    }

    @Override
    public void close() {
        owner.close();
    }

    private static String schema() {
        try (var text = RingbackQueue.class.getResourceAsStream("schema.sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
