package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/// An embedded Redis on the loopback interface that forgets everything when it stops. Like `LocalPostgres` only a handle: the
/// server is the process that `<home>/redis.pid` names.
public final class LocalRedis {

    private static final int START_ATTEMPTS = 200;
    private static final long ATTEMPT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long STOP_SECONDS = 5;

    private final Path home;
    private final Path pid;

    public LocalRedis(Path home) {
        this.home = home.toAbsolutePath();
        this.pid = this.home.resolve("redis.pid");
        Folders.create(this.home.resolve("log"));
    }

    /// Starts on `port` and waits until it listens. What a killed JVM left running here is stopped first.
    public String start(int port) {
        stop();
        try {
            var log = ProcessBuilder.Redirect.appendTo(home.resolve("log/redis.log").toFile());
            var process = new ProcessBuilder(program().toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1",
                    "--save", "", "--appendonly", "no", "--dir", home.toString())
                    .redirectErrorStream(true).redirectOutput(log).start();
            Files.writeString(pid, Long.toString(process.pid()));
            awaitListening(process, port);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start Redis", failure);
        }
        return "redis://127.0.0.1:" + port;
    }

    /// A stopped one is fine.
    public void stop() {
        running().ifPresent(LocalRedis::stop);
    }

    /// Stops when the JVM ends.
    public void stopWithTheJvm() {
        var file = pid;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).ifPresent(ProcessHandle::destroy);
            } catch (IOException failure) {
                throw new UncheckedIOException("Redis was left running", failure);
            }
        }));
    }

    private static void stop(ProcessHandle process) {
        var exit = process.onExit();
        process.destroy();
        try {
            exit.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Redis stops", interrupted);
        }
    }

    // The number may belong to another program by now: it is ours only if it runs our file.
    private Optional<ProcessHandle> running() {
        try {
            return !Files.exists(pid) ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).filter(ProcessHandle::isAlive)
                            .filter(process -> process.info().command().filter(c -> c.startsWith(home.toString())).isPresent());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + pid, failure);
        }
    }

    private Path program() throws IOException {
        var platform = OsArchitecture.detectOSandArchitecture();
        var resource = ExecutableProvider.newProvidedVersionsMap().get(platform);
        if (resource == null) {
            throw new IllegalStateException("no embedded Redis for %s: set REDIS_URL".formatted(platform.os));
        }
        var name = resource.substring(resource.lastIndexOf('/') + 1);
        var program = home.resolve(name);
        if (!Files.exists(program)) {
            try (var binary = ExecutableProvider.class.getClassLoader().getResourceAsStream(name)) {
                Files.copy(binary, program);
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        return program;
    }

    private void awaitListening(Process process, int port) {
        for (int attempt = 0; attempt < START_ATTEMPTS && process.isAlive(); attempt++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                LockSupport.parkNanos(ATTEMPT_PAUSE_NANOS);
            }
        }
        throw new IllegalStateException("Redis does not listen on port %d, see %s".formatted(port, home.resolve("log")));
    }
}
