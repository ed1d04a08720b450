package dev.ringback.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.database.SupabaseShims;
import dev.ringback.testing.Api;
import dev.ringback.testing.LocalStackResource;

/// A database of its own, a provider, and processes between them.
final class Stage implements Closeable {

    private static final int DISPATCHES_PER_JOB = 5;
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("quarkus.profile", "test"),
            Map.entry("ringback.clock", "system"),
            Map.entry("ringback.jobs.in-process", "true"),
            Map.entry("ringback.wake-ups.enabled", "true"),
            Map.entry("ringback.dispatch.lease", "3s"),
            Map.entry("ringback.dispatch.heartbeat", "500ms"),
            Map.entry("ringback.dispatch.first-retry", "100ms"),
            Map.entry("ringback.dispatch.longest-retry", "1s"),
            Map.entry("ringback.idempotency.running", "2s"),
            Map.entry("ringback.jobs.lease", "3s"),
            Map.entry("ringback.jobs.heartbeat", "500ms"),
            Map.entry("ringback.channel.email.adapter", "resend"),
            Map.entry("ringback.channel.email.resend.api-key", "re_crash"),
            Map.entry("ringback.channel.email.smtp.host", "127.0.0.1"),
            Map.entry("ringback.channel.sms.adapter", "twilio"),
            Map.entry("ringback.channel.sms.twilio.account-sid", "AC" + "0".repeat(32)),
            Map.entry("ringback.channel.sms.twilio.auth-token", "crash"));

    private final DatabaseAddress database = LocalStackResource.migratedDatabase("ringback_crash");
    private final DatabaseClient client = new DatabaseClient();
    private final StatementNames names = new StatementNames();
    private final Witness witness;
    private final Postbox postbox;
    private final List<String> jobs;
    private final List<Closeable> doors = new ArrayList<>();
    private final List<App> apps = new ArrayList<>();

    Stage(Witness witness, Postbox postbox) {
        this.witness = witness;
        this.postbox = postbox;
        // The tests' server doesn't wait for its log, so an end without warning would lose what was committed.
        as(database, session -> session.query("alter database ringback_crash set synchronous_commit = on"));
        // At night no text would leave, and the test would wait for the morning.
        query("truncate engine.window_rule");
        // One piece meets more dead processes here than otherwise in years, none of which is its fault.
        as(database, session -> session.query("alter table engine.work alter column max_attempts set default 100"));
        this.jobs = query("select name from engine.job order by name").stream().map(row -> row.getString(0)).toList();
    }

    /// A new process that finds everything through doors of its own, so that one knows who comes in.
    ///
    /// @param more settings beside the usual ones
    App start(String name, Map<String, String> more) {
        try {
            var app = new App(name);
            var proxy = kept(new PgProxy(app, database.as(SupabaseShims.APPLICATION, SupabaseShims.APPLICATION), names, witness));
            var mail = kept(new SmtpDoor(app, postbox));
            var http = kept(new HttpDoor(app, postbox));
            var settings = new HashMap<>(SETTINGS);
            settings.put("quarkus.datasource.reactive.url", proxy.address().reactiveUrl());
            settings.put("quarkus.datasource.username", SupabaseShims.APPLICATION);
            settings.put("quarkus.datasource.password", SupabaseShims.APPLICATION);
            settings.put("quarkus.redis.hosts", LocalStackResource.redis());
            settings.put("ringback.channel.email.smtp.port", Integer.toString(mail.port()));
            settings.put("ringback.channel.email.resend.base-url", http.url());
            settings.put("ringback.channel.sms.twilio.base-url", http.url());
            settings.putAll(more);
            app.start(settings);
            apps.add(app);
            return app;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Works the queue from outside too, as pg_cron would, and calls the other jobs in turn, until the process ends.
    void tick(App app) {
        Thread.ofVirtual().start(() -> {
            app.awaitUp();
            for (int nth = 1; app.isAlive(); nth++) {
                call(app, nth % DISPATCHES_PER_JOB == 0 ? jobs.get(nth / DISPATCHES_PER_JOB % jobs.size()) : "dispatch-due");
                pause(100);
            }
        });
    }

    /// A client whose mail leaves as the settings say.
    Client register(App app, String name) throws IOException {
        var registration = JsonObject.of("business_name", name, "email", "owner@%s.example".formatted(name), "outbound_email",
                "hello@%s.example".formatted(name));
        var answer = new JsonObject(app.post("growth-client-register", registration.encode(), "apikey", Api.SECRET_KEY).body());
        return new Client(UUID.fromString(answer.getString("client_id")), answer.getString("api_key"));
    }

    record Client(UUID id, String key) {}

    /// One statement as the owner, past proxy and processes.
    List<Row> query(String sql, Object... parameters) {
        return as(LocalStackResource.owner().in(database.database()), session -> session.query(sql, parameters));
    }

    /// Ends Postgres as a power cut would, and starts it again: sessions are torn, what was committed is recovered.
    void cutThePower() {
        try {
            var pidFile = App.TARGET.resolve("ringback-test/data/postmaster.pid");
            var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst())).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
            server.onExit().join();
            LocalStackResource.startPostgres();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        apps.forEach(App::kill);
        for (var door : doors) {
            door.close();
        }
        client.close();
    }

    private static void call(App app, String job) {
        try {
            app.post("jobs/" + job, "", "x-job-secret", Api.JOB_SECRET);
        } catch (IOException _) {
            // Killed, or without database.
        }
    }

    private <T extends Closeable> T kept(T door) {
        doors.add(door);
        return door;
    }

    private <T> T as(DatabaseAddress who, Function<DatabaseSession, T> work) {
        try (var session = client.open(who)) {
            return work.apply(session);
        }
    }
}
