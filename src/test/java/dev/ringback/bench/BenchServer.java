package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.ringback.local.LocalStack;
import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.database.Migrations;
import dev.ringback.local.database.SupabaseShims;
import dev.ringback.local.server.Folders;
import dev.ringback.local.server.LocalPostgres;
import dev.ringback.testing.LocalStackResource;

/// The one server that all contestants meet: the embedded PostgreSQL with durable commits, a database for each.
final class BenchServer implements AutoCloseable {

    static final Path CHECKOUT = LocalStack.checkout();
    static final Path HOME = CHECKOUT.resolve("target/bench");

    /// Beside the defaults, which leave fsync, synchronous_commit and full_page_writes on.
    static final Map<String, String> SETTINGS =
            Map.of("shared_buffers", "1GB", "max_wal_size", "8GB", "checkpoint_timeout", "15min", "wal_keep_size", "4GB",
                    "shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track", "none");

    private static final int COMMITS = 51;
    private static final double NANOS_PER_MILLI = 1e6;

    private final LocalPostgres server;
    private final DatabaseAddress superuser;
    private final DatabaseClient client = new DatabaseClient();
    private final DatabaseSession session;

    private BenchServer(LocalPostgres server, DatabaseAddress superuser) {
        this.server = server;
        this.superuser = superuser;
        this.session = client.open(superuser);
    }

    /// Always from an empty data folder: what an earlier run left would be measured too.
    static BenchServer start() {
        var home = HOME.resolve("server");
        Folders.lock(home);
        var server = new LocalPostgres(home, LocalPostgres.Durability.FULL);
        server.stop();
        Folders.delete(home.resolve("data"));
        var port = Folders.freePort(0);
        configure(server.start(port));
        server.stop();
        server.stopWithTheJvm();
        return new BenchServer(server, server.start(port));
    }

    private static void configure(DatabaseAddress superuser) {
        try (var client = new DatabaseClient(); var session = client.open(superuser)) {
            SETTINGS.forEach((name, value) -> session.run("alter system set %s = '%s'".formatted(name, value)));
        }
    }

    /// An empty database.
    DatabaseAddress database(String name) {
        drop(name);
        session.run("create database " + name);
        return superuser.in(name);
    }

    /// A database with the migrations and without the seed, as `postgres` owns it on the platform.
    DatabaseAddress migrated(String name) {
        var address = LocalStackResource.bareDatabase(superuser, name);
        try (var owner = client.open(address.as("postgres", LocalPostgres.PASSWORD))) {
            new Migrations(CHECKOUT.resolve("supabase"), owner).apply();
        }
        SupabaseShims.openToApplication(session);
        return address;
    }

    void drop(String name) {
        session.run("drop database if exists %s with (force)".formatted(name));
    }

    /// A session of one's own.
    DatabaseSession open(DatabaseAddress address) {
        return client.open(address);
    }

    /// Before a backlog is made: so that nobody pays for the writes of the one before, and the first page images after the checkpoint
    /// belong to the enqueueing, as they do when checkpoints are many minutes apart.
    void settle() {
        session.run("checkpoint");
    }

    /// After a backlog was made: autovacuum would come in the middle of one drain and not of another.
    void vacuum(DatabaseAddress database) {
        try (var own = client.open(database)) {
            own.run("vacuum analyze");
        }
    }

    /// Counts statements from now on, or no more.
    void track(boolean statements) {
        session.run("create extension if not exists pg_stat_statements");
        session.run("alter system set pg_stat_statements.track = '%s'".formatted(statements ? "top" : "none"));
        session.run("select pg_reload_conf()");
        session.run("select pg_stat_statements_reset()");
    }

    /// Calls and milliseconds of the tracked statements whose text has the part given.
    Tracked tracked(String part) {
        var row = session.query("""
                select coalesce(sum(calls), 0)::bigint as calls, coalesce(sum(total_exec_time), 0)::double precision as millis
                  from pg_stat_statements where query ilike '%' || $1 || '%'""", part).getFirst();
        return new Tracked(row.getLong("calls"), row.getDouble("millis"));
    }

    record Tracked(long calls, double millis) {}

    /// The first column of what the superuser sees.
    List<String> lines(String sql) {
        return session.query(sql).stream().map(row -> row.getString(0)).toList();
    }

    long walPosition() {
        return session.query("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint").getFirst().getLong(0);
    }

    /// What the settings are, for the report.
    List<String> settings() {
        return session.query("""
                select name || '=' || current_setting(name) from pg_settings
                 where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_compression', 'jit',
                                'shared_buffers', 'max_wal_size', 'checkpoint_timeout', 'autovacuum')
                 order by name""").stream().map(row -> row.getString(0)).toList();
    }

    /// The median of some commits, one after the other: what the disk allows.
    double commitMillis() {
        session.run("create table if not exists public.commits (n bigint)");
        var nanos = new long[COMMITS];
        for (int i = 0; i < COMMITS; i++) {
            var start = System.nanoTime();
            session.query("insert into public.commits values ($1)", (long) i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[COMMITS / 2] / NANOS_PER_MILLI;
    }

    /// The postmaster's process id.
    long pid() {
        try {
            return Long.parseLong(Files.readAllLines(HOME.resolve("server/data/postmaster.pid")).getFirst());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        session.close();
        client.close();
        server.stop();
    }
}
