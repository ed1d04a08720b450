package dev.ringback.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.Migrations;
import dev.ringback.local.database.SupabaseShims;
import dev.ringback.local.server.Folders;
import dev.ringback.local.server.LocalPostgres;
import dev.ringback.local.server.LocalRedis;

/// The servers that the application finds when it starts on a laptop, embedded or named by the environment.
///
/// @param application how the application logs in
/// @param embedded the embedded database as its superuser; empty if the database is somebody else's, who keeps it as it is
/// @param redis the URL of Redis
/// @param home where the embedded servers keep their files
public record LocalStack(DatabaseAddress application, Optional<DatabaseAddress> embedded, String redis, Path home) {

    private static final Logger LOG = Logger.getLogger(LocalStack.class);
    // What the Supabase CLI uses, so that people find it; a free port instead if somebody listens there.
    private static final int POSTGRES_PORT = 54322;
    private static final int REDIS_PORT = 54379;
    // System properties outlive a live reload, objects do not.
    private static final String RUNNING_POSTGRES = "ringback.local.running.postgres";
    private static final String RUNNING_REDIS = "ringback.local.running.redis";

    /// Starts what is not running yet, applies what is new, and tells Quarkus where everything is by system properties.
    public static LocalStack start(Path checkout) {
        var home = Path.of(System.getProperty("ringback.local.home", checkout.resolve(".ringback").toString()));
        var stack = setting("SUPABASE_DB_URL", "DATABASE_URL").map(DatabaseAddress::parse)
                .map(address -> new LocalStack(address, Optional.empty(), redis(home), home))
                .orElseGet(() -> embed(home, checkout.resolve("supabase")));
        stack.tellQuarkus();
        return stack;
    }

    /// The folder above the working directory that holds `supabase/migrations`.
    public static Path checkout() {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("supabase/migrations"))).findFirst()
                .orElseThrow(() -> new IllegalStateException("no supabase/migrations in or above " + here));
    }

    private static LocalStack embed(Path home, Path supabase) {
        removeIfFresh(home);
        var superuser = postgres(home);
        var owner = superuser.as("postgres", LocalPostgres.PASSWORD);
        try (var client = new DatabaseClient(); var administration = client.open(superuser)) {
            SupabaseShims.apply(administration);
            try (var session = client.open(owner)) {
                var migrations = new Migrations(supabase, session);
                migrations.apply();
                migrations.seed();
            }
            if (!SupabaseShims.openToApplication(administration)) {
                LOG.warnf("no migration made the role %s: the application cannot log in", SupabaseShims.APPLICATION);
            }
        }
        var application = superuser.as(SupabaseShims.APPLICATION, SupabaseShims.APPLICATION);
        return new LocalStack(application, Optional.of(superuser), redis(home), home);
    }

    private static void removeIfFresh(Path home) {
        boolean keep = System.getProperty("ringback.local.fresh", "false").equals("false");
        if (keep || System.getProperty(RUNNING_POSTGRES) != null) {
            return;
        }
        Folders.lock(home);
        new LocalPostgres(home, LocalPostgres.Durability.FULL).stop();
        Folders.delete(home.resolve("data"));
    }

    private static DatabaseAddress postgres(Path home) {
        var running = System.getProperty(RUNNING_POSTGRES);
        if (running != null) {
            return LocalPostgres.superuser(Integer.parseInt(running));
        }
        Folders.lock(home);
        var server = new LocalPostgres(home, LocalPostgres.Durability.FULL);
        server.stop();
        var address = server.start(Folders.freePort(Integer.getInteger("ringback.local.postgres.port", POSTGRES_PORT)));
        server.stopWithTheJvm();
        System.setProperty(RUNNING_POSTGRES, Integer.toString(address.port()));
        return address;
    }

    private static String redis(Path home) {
        return setting("REDIS_URL").orElseGet(() -> Optional.ofNullable(System.getProperty(RUNNING_REDIS)).orElseGet(() -> {
            Folders.lock(home);
            var server = new LocalRedis(home);
            server.stop();
            var url = server.start(Folders.freePort(Integer.getInteger("ringback.local.redis.port", REDIS_PORT)));
            server.stopWithTheJvm();
            System.setProperty(RUNNING_REDIS, url);
            return url;
        }));
    }

    private void tellQuarkus() {
        System.setProperty("quarkus.datasource.reactive.url", application.reactiveUrl());
        System.setProperty("quarkus.datasource.username", application.user());
        System.setProperty("quarkus.datasource.password", application.password());
        System.setProperty("quarkus.redis.hosts", redis);
    }

    private static Optional<String> setting(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(System.getProperty(name, ""), System.getenv().getOrDefault(name, "")))
                .filter(value -> !value.isBlank()).findFirst();
    }
}
