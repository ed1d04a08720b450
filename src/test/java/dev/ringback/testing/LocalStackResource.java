package dev.ringback.testing;

import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.Migrations;
import dev.ringback.local.database.SupabaseShims;
import dev.ringback.local.server.Folders;
import dev.ringback.local.server.LocalPostgres;
import dev.ringback.local.server.LocalRedis;

/// Postgres and Redis for all tests of a JVM, with a fresh database that has the migrations but no seed. Serves the
/// application in this JVM and the packaged one. What it started is kept in system properties, because Quarkus loads this
/// class once more for each profile.
@QuarkusTestResource(LocalStackResource.class)
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = TestDatabaseTemplate.CHECKOUT.resolve("target/ringback-test");
    private static final String POSTGRES_PORT = "ringback.test.postgres.port";
    private static final String REDIS_PORT = "ringback.test.redis.port";
    private static final String DATABASE = "ringback.test.database";

    @Override
    public Map<String, String> start() {
        startOnce();
        var application = application();
        return Map.of("quarkus.datasource.reactive.url", application.reactiveUrl(),
                "quarkus.datasource.username", application.user(),
                "quarkus.datasource.password", application.password(),
                "quarkus.redis.hosts", redis());
    }

    /// The servers stay for the next profile and end with the JVM.
    @Override
    public void stop() {}

    /// For tests without Quarkus; the first call starts the servers.
    public static synchronized void startOnce() {
        if (System.getProperty(DATABASE) != null) {
            return;
        }
        Folders.lock(HOME);
        var redis = new LocalRedis(HOME);
        int redisPort = Folders.freePort(0);
        redis.start(redisPort);
        redis.stopWithTheJvm();
        System.setProperty(REDIS_PORT, Integer.toString(redisPort));
        var template = new TestDatabaseTemplate(HOME);
        var superuser = template.start();
        new LocalPostgres(HOME, LocalPostgres.Durability.NONE).stopWithTheJvm();
        System.setProperty(POSTGRES_PORT, Integer.toString(superuser.port()));
        System.setProperty(DATABASE, template.newDatabase(superuser));
    }

    /// The test database as its superuser.
    public static DatabaseAddress superuser() {
        startOnce();
        return LocalPostgres.superuser(Integer.getInteger(POSTGRES_PORT)).in(System.getProperty(DATABASE));
    }

    /// The test database as who owns the schemas and ran the migrations.
    public static DatabaseAddress owner() {
        return superuser().as("postgres", LocalPostgres.PASSWORD);
    }

    /// The test database as the application logs in.
    public static DatabaseAddress application() {
        return superuser().as(SupabaseShims.APPLICATION, SupabaseShims.APPLICATION);
    }

    public static void stopPostgres() {
        new LocalPostgres(HOME, LocalPostgres.Durability.NONE).stop();
    }

    /// On the same port, with the same data.
    public static void startPostgres() {
        new LocalPostgres(HOME, LocalPostgres.Durability.NONE).start(Integer.getInteger(POSTGRES_PORT));
    }

    public static void stopRedis() {
        new LocalRedis(HOME).stop();
    }

    /// On the same port, empty.
    public static void startRedis() {
        new LocalRedis(HOME).start(Integer.getInteger(REDIS_PORT));
    }

    /// Redis, as the application wants its URL.
    public static String redis() {
        startOnce();
        return "redis://127.0.0.1:" + Integer.getInteger(REDIS_PORT);
    }

    /// A further database of the server with the migrations and no rows, as its superuser.
    public static DatabaseAddress migratedDatabase(String name) {
        var superuser = superuser();
        TestDatabaseTemplate.copy(superuser, name);
        return superuser.in(name);
    }

    /// A further database of the server, with the shims but nothing else, for tests of migrations themselves.
    public static DatabaseAddress bareDatabase(String name) {
        return bareDatabase(superuser(), name);
    }

    /// The same on the server of `superuser`.
    public static DatabaseAddress bareDatabase(DatabaseAddress superuser, String name) {
        var address = superuser.in(name);
        try (var client = new DatabaseClient()) {
            try (var session = client.open(superuser)) {
                session.run("drop database if exists %s with (force)".formatted(name));
                session.run("create database " + name);
            }
            try (var session = client.open(address)) {
                SupabaseShims.apply(session);
            }
        }
        return address;
    }

    static void migrate(DatabaseClient client, DatabaseAddress superuser) {
        try (var session = client.open(superuser)) {
            SupabaseShims.apply(session);
        }
        try (var session = client.open(superuser.as("postgres", LocalPostgres.PASSWORD))) {
            new Migrations(TestDatabaseTemplate.CHECKOUT.resolve("supabase"), session).apply();
        }
    }
}
