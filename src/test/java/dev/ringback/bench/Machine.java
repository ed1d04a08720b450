package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

/// Where the figures are from.
final class Machine {

    private static final long GIGABYTE = 1L << 30;

    private Machine() {}

    static Map<String, String> describe(BenchServer server) {
        var machine = new LinkedHashMap<String, String>();
        machine.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        machine.put("processor", "%s, %d cores".formatted(processor(), Runtime.getRuntime().availableProcessors()));
        machine.put("memory", memory());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        machine.put("load", "%.1f when the run began".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("postgres", String.join(" ", server.settings()));
        machine.put("commit", "%.2f ms for one durable commit".formatted(server.commitMillis()));
        return machine;
    }

    private static String memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() / GIGABYTE + " GB"
                : "unknown";
    }

    private static String processor() {
        try {
            var known = Path.of("/proc/cpuinfo");
            var lines = Files.exists(known) ? Files.readAllLines(known) : List.<String>of();
            return lines.stream().filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2)).orElse(System.getProperty("os.arch"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
