package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.ringback.local.database.DatabaseAddress;

/// The machine's own pgbouncer in transaction mode, set as Debian ships it and Supabase's port 6543 behaves: a transaction gets
/// any of a few sessions, and what was said to a session before is another client's.
public final class PgBouncer {

    /// Fewer than the application's pool has connections, so that they must share.
    public static final int SESSIONS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_MILLIS = 20;

    private final Path home;

    public PgBouncer(Path home) {
        this.home = home;
    }

    public static boolean isInstalled() {
        return program().isPresent();
    }

    /// Starts before the server of `login`, who is also who may log in here; ends with the JVM.
    public DatabaseAddress start(DatabaseAddress login) {
        var program = program().orElseThrow(() -> new IllegalStateException("pgbouncer is not installed: .ci/run sees to it"));
        int port = Folders.freePort(0);
        Folders.create(home);
        try {
            var users = Files.writeString(home.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(login.user(), login.password()));
            var settings = Files.writeString(home.resolve("pgbouncer.ini"), settings(login, port, users));
            var process = new ProcessBuilder(ServerAccount.detect().running(program.toString(), settings.toString())).redirectErrorStream(true)
                    .redirectOutput(home.resolve("pgbouncer.log").toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            await(process, port);
            return new DatabaseAddress(login.host(), port, login.database(), login.user(), login.password(), login.query());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + program, failure);
        }
    }

    // It runs as nobody where we are root, who must be able to read these.
    private static String settings(DatabaseAddress server, int port, Path users) {
        return """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.host(), server.port(), port, users, SESSIONS);
    }

    private void await(Process process, int port) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("pgbouncer does not listen, see " + home.resolve("pgbouncer.log"));
            }
            pause();
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    // Debian keeps it where only root's path leads.
    private static Optional<Path> program() {
        var path = Optional.ofNullable(System.getenv("PATH")).stream().flatMap(folders -> Arrays.stream(folders.split(":")));
        return Stream.concat(path, List.of("/usr/sbin").stream()).map(folder -> Path.of(folder, "pgbouncer")).filter(Files::isExecutable).findFirst();
    }
}
