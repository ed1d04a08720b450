package dev.ringback.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that is run to its end, with a bound on the wait.
final class Command {

    private static final long PATIENCE_SECONDS = 60;

    private Command() {}

    /// Answers the exit code; what the program said goes to `log`.
    static int run(List<String> command, Path log) {
        try {
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
            process.getOutputStream().close();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IllegalStateException("%s did not end within %d s, see %s".formatted(command, PATIENCE_SECONDS, log));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run " + command, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, interrupted);
        }
    }

    /// Whether the program is there and ends well.
    static boolean succeeds(List<String> command) {
        try {
            return run(command, Path.of("/dev/null")) == 0;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    /// Fails with the last lines of the log unless the program ends well.
    static void require(List<String> command, Path log) {
        int code = run(command, log);
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d; %s says:%n%s".formatted(command, code, log, tail(log)));
        }
    }

    private static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException failure) {
            return "(unreadable: " + failure.getMessage() + ")";
        }
    }
}
