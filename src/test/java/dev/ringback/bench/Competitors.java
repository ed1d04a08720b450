package dev.ringback.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.ringback.local.database.DatabaseAddress;

/// The programs of others and how they are started: npm packages and jars in `target/bench`, scripts in `src/bench`.
final class Competitors {

    static final Path SCRIPTS = BenchServer.CHECKOUT.resolve("src/bench");
    private static final Path NODE_FOLDER = BenchServer.HOME.resolve("node");
    private static final Path JARS = BenchServer.HOME.resolve("lib");
    private static final long INSTALL_MINUTES = 5;

    private Competitors() {}

    /// Copies the scripts beside their packages and installs those; answers why that failed, or nothing.
    static Optional<String> installNodePackages() {
        try {
            Files.createDirectories(NODE_FOLDER);
            for (var file : List.of("package.json", "contestant.mjs", "graphile-worker.mjs", "pg-boss.mjs", "ingest.mjs")) {
                Files.writeString(NODE_FOLDER.resolve(file), Files.readString(SCRIPTS.resolve(file)));
            }
            return isInstalled() ? Optional.empty() : install();
        } catch (IOException failure) {
            return Optional.of("npm is not there: " + failure.getMessage());
        }
    }

    private static Optional<String> install() throws IOException {
        var log = BenchServer.HOME.resolve("npm.log");
        var npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund").directory(NODE_FOLDER.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return ends(npm, INSTALL_MINUTES) && isInstalled() ? Optional.empty() : Optional.of("npm install failed, see " + log);
    }

    /// @param script without its ending
    static Contestant node(String script, DatabaseAddress database, String... arguments) {
        var command = new ArrayList<>(List.of(node().toString(), NODE_FOLDER.resolve(script + ".mjs").toString(), database.psqlUrl()));
        command.addAll(List.of(arguments));
        return Contestant.start(script, command, Map.of("NODE_ENV", "production"), _ -> {});
    }

    static Contestant dbScheduler(DatabaseAddress database) {
        var url = "jdbc:postgresql://%s:%d/%s?user=%s&password=%s".formatted(database.host(), database.port(), database.database(),
                database.user(), database.password());
        var command = List.of(java(), "-cp", JARS + "/*", SCRIPTS.resolve("DbScheduler.java").toString(), url);
        return Contestant.start("db-scheduler", command, Map.of(), _ -> {});
    }

    static boolean hasJars() {
        return Files.isDirectory(JARS);
    }

    /// Leases and deletes in batches; answers what pgbench printed.
    static String pgbench(DatabaseAddress database, int batch, int clients, long transactionsPerClient) {
        var command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-h", database.host(), "-p", Integer.toString(database.port())));
        command.addAll(List.of("-U", database.user(), "-c", Integer.toString(clients), "-j", "2"));
        command.addAll(List.of("-D", "size=" + batch, "-t", Long.toString(transactionsPerClient)));
        command.addAll(List.of("-f", SCRIPTS.resolve("lease-and-delete.sql").toString(), database.database()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        try {
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes());
            if (!ends(process, 1)) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean hasPgbench() {
        var path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(File.pathSeparator)).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    // The last that was added too: an older checkout may have left the others.
    private static boolean isInstalled() {
        return Files.isExecutable(node()) && Files.isDirectory(NODE_FOLDER.resolve("node_modules/fastify"));
    }

    private static Path node() {
        return NODE_FOLDER.resolve("node_modules/node/bin/node");
    }

    private static boolean ends(Process process, long minutes) {
        try {
            return process.waitFor(minutes, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
