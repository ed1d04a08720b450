package dev.ringback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import dev.ringback.local.LocalStack;
import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.database.SupabaseShims;
import dev.ringback.local.server.Folders;
import dev.ringback.local.server.LocalPostgres;

/// The migrated database that each test run copies. It is kept between runs and built anew, with its whole server, when a
/// migration or a shim changed: roles belong to the server, so a new template alone would meet the old ones.
final class TestDatabaseTemplate {

    static final Path CHECKOUT = LocalStack.checkout();

    private static final String TEMPLATE = "ringback_template";

    private final Path home;

    TestDatabaseTemplate(Path home) {
        this.home = home;
    }

    /// Starts Postgres on a free port and sees to the template; answers the server's superuser.
    DatabaseAddress start() {
        var server = new LocalPostgres(home, LocalPostgres.Durability.NONE);
        var known = home.resolve("template.sha256");
        server.stop();
        try {
            var wanted = digest();
            boolean stale = !Files.exists(known) || !Files.readString(known).equals(wanted);
            if (stale) {
                Folders.delete(home.resolve("data"));
            }
            var superuser = server.start(Folders.freePort(0));
            if (stale) {
                build(superuser);
                Files.writeString(known, wanted);
            }
            return superuser;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot prepare " + home, failure);
        }
    }

    /// Copies the template, dropping the copies of earlier runs; answers the name.
    String newDatabase(DatabaseAddress superuser) {
        var name = "ringback_test_" + System.currentTimeMillis();
        try (var client = new DatabaseClient(); var session = client.open(superuser)) {
            session.query("select datname::text from pg_database where datname like 'ringback\\_test\\_%'")
                    .forEach(old -> session.run("drop database " + old.getString(0)));
        }
        copy(superuser, name);
        return name;
    }

    /// One more copy, in place of an older one of that name.
    static void copy(DatabaseAddress superuser, String name) {
        try (var client = new DatabaseClient(); var session = client.open(superuser)) {
            session.run("drop database if exists %s with (force)".formatted(name));
            session.run("create database %s template %s owner postgres".formatted(name, TEMPLATE));
            session.run("alter database %s set search_path = \"$user\", public, extensions".formatted(name));
        }
    }

    private static void build(DatabaseAddress superuser) {
        try (var client = new DatabaseClient(); DatabaseSession session = client.open(superuser)) {
            session.run("create database " + TEMPLATE);
            LocalStackResource.migrate(client, superuser.in(TEMPLATE));
            SupabaseShims.openToApplication(session);
        }
    }

    private static String digest() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : sources()) {
                digest.update(file.getFileName().toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Path> sources() throws IOException {
        try (var migrations = Files.list(CHECKOUT.resolve("supabase/migrations"));
                var shims = Files.list(CHECKOUT.resolve("src/main/resources/dev/ringback/local/database"))) {
            return Stream.concat(migrations, shims).sorted().toList();
        }
    }
}
