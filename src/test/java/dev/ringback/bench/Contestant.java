package dev.ringback.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process that works a queue and obeys one-line commands: `fill <n>`, `start`, `left`, `stop` and others of its own. It
/// answers each with a line that begins with the same word; in between it tells `handled <total>`.
final class Contestant implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 600;
    private static final long END_SECONDS = 30;

    private final String name;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Consumer<String> told;
    private volatile long handled;

    private Contestant(String name, Process process, Consumer<String> told) {
        this.name = name;
        this.process = process;
        this.told = told;
    }

    /// Starts it and waits until it is ready. What it writes to its standard error is in `target/bench/<name>.log`.
    ///
    /// @param told hears the lines that are no answers
    static Contestant start(String name, List<String> command, Map<String, String> environment, Consumer<String> told) {
        var log = BenchServer.HOME.resolve(name + ".log");
        var builder = new ProcessBuilder(command).directory(BenchServer.CHECKOUT.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            var contestant = new Contestant(name, builder.start(), told);
            Thread.ofPlatform().daemon().name(name).start(contestant::listen);
            contestant.await("ready");
            return contestant;
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " does not start", failure);
        }
    }

    /// Sends a command and waits for its answer, which comes without the command's word.
    String ask(String command) {
        send(command);
        return await(command.split(" ")[0]);
    }

    void send(String command) {
        try {
            var input = process.getOutputStream();
            input.write((command + "\n").getBytes());
            input.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " has ended", failure);
        }
    }

    /// How many items it has done since it was started.
    long handled() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended; see its log in target/bench");
        }
        return handled;
    }

    /// Processor time that it has used, in microseconds.
    long cpuMicros() {
        return process.info().totalCpuDuration().map(time -> time.toNanos() / 1000).orElse(0L);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the answer to a command that was sent.
    String await(String word) {
        try {
            var answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null || !answer.startsWith(word)) {
                throw new IllegalStateException("%s said %s, not %s; see its log in target/bench".formatted(name, answer, word));
            }
            return answer.substring(word.length()).strip();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::hear);
        } catch (UncheckedIOException | IOException _) {
            answers.add("(nothing)");
        }
        answers.add("(nothing)");
    }

    private void hear(String line) {
        if (line.startsWith("handled ")) {
            handled = Long.parseLong(line.substring("handled ".length()));
        } else if (line.matches("(ready|fill|start|left|stop|do-\\w+)\\b.*")) {
            answers.add(line);
        } else {
            told.accept(line);
        }
    }
}
