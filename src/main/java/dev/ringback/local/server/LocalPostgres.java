package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.ringback.local.database.DatabaseAddress;

/// An embedded PostgreSQL on the loopback interface, kept in `<home>/data`. The object is only a handle: any other handle on
/// the same folder, in another class loader or after a killed JVM, stops and starts the same server.
public final class LocalPostgres {

    /// Whether a commit survives a power cut. `NONE` is for tests only.
    public enum Durability {
        FULL, NONE
    }

    /// Superuser as on the platform; the migrations run as `postgres`, who is none.
    public static final String SUPERUSER = "supabase_admin";
    /// Of every local login but `ringback`; the platform's own local default.
    public static final String PASSWORD = "postgres";

    private static final String MAJOR_VERSION = "17";

    private final Path home;
    private final Path data;
    private final Path logs;
    private final Durability durability;
    private final ServerAccount account;
    private final Path programs;

    /// Unpacks the programs if `home` lacks them; starts nothing yet.
    public LocalPostgres(Path home, Durability durability) {
        this.home = home.toAbsolutePath();
        this.data = this.home.resolve("data");
        this.logs = this.home.resolve("log");
        this.durability = durability;
        Folders.create(logs);
        this.account = ServerAccount.detect();
        this.programs = PostgresBinaries.unpack(this.home).resolve("bin");
    }

    /// Starts on `port` and waits until it answers. What a killed JVM left running here is stopped first.
    public DatabaseAddress start(int port) {
        account.requireAccess(programs.resolve("postgres"));
        account.own(logs, log());
        if (Files.exists(data)) {
            requireSameMajorVersion();
            account.own(data, log());
            stop();
        } else {
            initialise();
        }
        Command.require(pgCtl("start", "-w", "-l", logs.resolve("postgres.log").toString(), "-o", options(port)), log());
        return superuser(port);
    }

    /// How the superuser logs in to the server on `port`.
    public static DatabaseAddress superuser(int port) {
        return new DatabaseAddress("127.0.0.1", port, "postgres", SUPERUSER, PASSWORD, "");
    }

    public boolean isRunning() {
        return Files.exists(data.resolve("postmaster.pid")) && Command.run(pgCtl("status"), log()) == 0;
    }

    /// Ends all sessions and waits until the server is gone; a stopped one is fine.
    public void stop() {
        if (isRunning()) {
            Command.require(stopCommand(), log());
        }
    }

    /// Stops when the JVM ends. The hook holds finished commands and needs no class of ours, whose loader may be closed then.
    public void stopWithTheJvm() {
        var stop = new ProcessBuilder(stopCommand()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                stop.start().waitFor();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException("Postgres was left running", failure);
            }
        }));
    }

    private void initialise() {
        var fresh = home.resolve("data.new");
        var password = home.resolve("password");
        Folders.delete(fresh);
        Folders.create(fresh);
        account.own(fresh, log());
        try {
            Files.writeString(password, PASSWORD);
            Command.require(initdb(fresh, password), log());
            Files.delete(password);
            Files.move(fresh, data);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot set up " + data, failure);
        }
    }

    // The builtin locale sorts by code point and knows upper and lower case, alike on every machine.
    private List<String> initdb(Path folder, Path password) {
        var command = new ArrayList<>(account.running(programs.resolve("initdb").toString(), "-D", folder.toString(), "-U",
                SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (durability == Durability.NONE) {
            command.add("--no-sync");
        }
        return command;
    }

    private List<String> pgCtl(String action, String... arguments) {
        var command = new ArrayList<>(account.running(programs.resolve("pg_ctl").toString(), action, "-D", data.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> stopCommand() {
        return pgCtl("stop", "-m", "fast", "-w", "-t", "30");
    }

    // pg_ctl hands this to a shell. No socket file: its folder would have to be writable and its path short.
    private String options(int port) {
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC"
                + " -c cluster_name=ringback -c max_connections=200";
        return durability == Durability.FULL ? options
                : options + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB";
    }

    private void requireSameMajorVersion() {
        try {
            var version = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!version.equals(MAJOR_VERSION)) {
                throw new IllegalStateException("%s was made by Postgres %s, not %s: start once with -Dringback.local.fresh"
                        .formatted(data, version, MAJOR_VERSION));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(data + " is no data folder of Postgres: remove it", failure);
        }
    }

    private Path log() {
        return logs.resolve("commands.log");
    }
}
