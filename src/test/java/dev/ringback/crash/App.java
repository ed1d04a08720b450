package dev.ringback.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.ringback.local.server.Folders;

/// The packaged application in a process of its own: the jar, or the executable where that was built.
final class App {

    static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final Path LOGS = TARGET.resolve("crash");
    private static final Path JAR = TARGET.resolve("quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private final String name;
    private final int port = Folders.freePort(0);
    private final CountDownLatch listens = new CountDownLatch(1);
    private Process process;

    /// @param name its log is `target/crash/<name>.log`
    App(String name) {
        this.name = name;
    }

    /// Returns at once; [#awaitUp] waits.
    void start(Map<String, String> settings) {
        try {
            Files.createDirectories(LOGS);
            process = new ProcessBuilder(command(settings)).redirectErrorStream(true).start();
            var orphan = process;
            Runtime.getRuntime().addShutdownHook(new Thread(orphan::destroyForcibly));
            Thread.ofVirtual().start(this::keepLog);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + name, failure);
        }
    }

    void awaitUp() {
        try {
            if (!listens.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !process.isAlive()) {
                throw new IllegalStateException("%s did not start, see %s".formatted(name, log()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isUp() {
        return listens.getCount() == 0 && process.isAlive();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// SIGKILL; returns when it is dead.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// SIGTERM, once it is up; returns when it has ended.
    void end() {
        awaitUp();
        process.destroy();
        awaitEnd();
    }

    /// SIGSTOP: it stands still in the middle of whatever it does.
    void freeze() {
        signal("STOP");
    }

    /// SIGCONT.
    void thaw() {
        signal("CONT");
    }

    /// Calls a function as `POST`.
    ///
    /// @param headers names and values in turn
    HttpResponse<String> post(String function, String json, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/functions/v1/%s".formatted(port, function)))
                .timeout(Duration.ofSeconds(150)).header("content-type", "application/json").headers(headers).POST(BodyPublishers.ofString(json));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private List<String> command(Map<String, String> settings) {
        var command = new ArrayList<String>();
        var executable = Path.of(System.getProperty("native.image.path", "/nonexistent"));
        boolean isJar = Files.exists(JAR);
        // Quick to start counts here, not quick to run: a process lives for seconds. The first that ends orderly leaves the archive.
        command.addAll(isJar ? List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Xmx192m", "-Xlog:disable", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + TARGET.resolve("crash.jsa"),
                "--enable-native-access=ALL-UNNAMED") : List.of(executable.toString()));
        settings.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        if (isJar) {
            command.addAll(List.of("-jar", JAR.toString()));
        }
        return command;
    }

    private void keepLog() {
        try (var lines = new BufferedReader(process.inputReader()); var log = Files.newBufferedWriter(log())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.newLine();
                if (line.contains("Listening on:")) {
                    listens.countDown();
                }
            }
        } catch (IOException _) {
            // The process is gone.
        } finally {
            listens.countDown();
        }
    }

    private Path log() {
        return LOGS.resolve(name + ".log");
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void signal(String signal) {
        try {
            if (new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("cannot signal " + name);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
