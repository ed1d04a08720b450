package dev.ringback.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// Reads what Postgres costs: processor time of all its processes from `/proc`, ended ones included, and WAL.
final class Meter {

    private static final Path PROC = Path.of("/proc");
    // Of `/proc/<pid>/stat`, counted after the name in parentheses, which may hold blanks.
    private static final int PARENT = 1;
    private static final int OWN_TIMES = 11;
    private static final int REAPED_TIMES = 13;
    // USER_HZ, the same on every Linux that Java runs on.
    private static final long MICROS_PER_TICK = 10_000;

    private final BenchServer server;

    Meter(BenchServer server) {
        this.server = server;
    }

    /// A moment's totals.
    record Reading(long nanos, long cpuMicros, long walBytes) {}

    Reading read() {
        var wal = server.walPosition();
        return new Reading(System.nanoTime(), cpuMicros(), wal);
    }

    /// What was spent since `start`.
    Cost since(Reading start, long items) {
        var end = read();
        return new Cost(items, end.nanos - start.nanos, end.cpuMicros - start.cpuMicros, end.walBytes - start.walBytes);
    }

    static boolean canReadProcessorTime() {
        return Files.exists(PROC.resolve("self/stat"));
    }

    private long cpuMicros() {
        var postmaster = server.pid();
        var backends = processes().map(Meter::fields).filter(fields -> fields.length > 0 && fields[PARENT].equals(Long.toString(postmaster)))
                .mapToLong(fields -> ticks(fields, OWN_TIMES)).sum();
        var own = fields(PROC.resolve(Long.toString(postmaster)));
        return MICROS_PER_TICK * (backends + ticks(own, OWN_TIMES) + ticks(own, REAPED_TIMES));
    }

    private static Stream<Path> processes() {
        try (var folders = Files.list(PROC)) {
            return folders.filter(folder -> Character.isDigit(folder.getFileName().toString().charAt(0))).toList().stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }

    // Empty where the process has ended meanwhile: then its parent's reaped times have it.
    private static String[] fields(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException _) {
            return new String[0];
        }
    }

    private static long ticks(String[] fields, int from) {
        return fields.length == 0 ? 0 : Arrays.stream(fields, from, from + 2).mapToLong(Long::parseLong).sum();
    }
}
