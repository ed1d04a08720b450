package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;

/// What was measured, as a table and as JSON in `target/bench`. Written anew after each figure, so that a run that breaks off
/// leaves what it had.
final class Figures {

    /// @param target what DESIGN or the issue asks for; null where nothing is asked
    /// @param met    whether it holds; null where nothing is asked
    record Figure(String section, String name, double value, String unit, String target, Boolean met) {}

    /// What is missing, and why.
    record Missing(String section, String name, String why) {}

    private static final ObjectMapper JSON = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private static final double WHOLE_NUMBERS_FROM = 100;

    private final Map<String, String> machine;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    Figures(Map<String, String> machine) {
        this.machine = machine;
    }

    void add(String section, String name, double value, String unit) {
        add(new Figure(section, name, value, unit, null, null));
    }

    void atLeast(String section, String name, double value, String unit, double target) {
        add(new Figure(section, name, value, unit, "≥ " + number(target), value >= target));
    }

    void atMost(String section, String name, double value, String unit, double target) {
        add(new Figure(section, name, value, unit, "≤ " + number(target), value <= target));
    }

    /// Rate and costs of a drain.
    void cost(String section, String name, Cost cost) {
        add(section, name, cost.perSecond(), "items/s");
        if (Meter.canReadProcessorTime()) {
            add(section, name + ": Postgres CPU", cost.cpuMicrosPerItem(), "µs/item");
        }
        add(section, name + ": WAL", cost.walBytesPerItem(), "B/item");
    }

    /// Says so in the report instead of leaving a gap.
    void notMeasured(String section, String name, String why) {
        missing.add(new Missing(section, name, why));
        write();
    }

    /// The last value under the name.
    double value(String section, String name) {
        return figures.stream().filter(figure -> figure.section.equals(section) && figure.name.equals(name))
                .reduce((_, last) -> last).map(Figure::value).orElse(Double.NaN);
    }

    String table() {
        var text = new StringBuilder();
        machine.forEach((what, value) -> text.append("%-12s %s%n".formatted(what, value)));
        var section = "";
        for (var figure : figures) {
            if (!figure.section.equals(section)) {
                section = figure.section;
                text.append("%n%s%n".formatted(section));
            }
            text.append(line(figure));
        }
        missing.forEach(gap -> text.append("%nnot measured: %s, %s: %s%n".formatted(gap.section, gap.name, gap.why)));
        return text.toString();
    }

    /// For the README.
    private String markdown() {
        var text = new StringBuilder("| | | | asked |\n|---|--:|---|---|\n");
        var section = "";
        for (var figure : figures) {
            if (!figure.section.equals(section)) {
                section = figure.section;
                text.append("| **%s** | | | |\n".formatted(section));
            }
            var verdict = figure.met == null ? "" : figure.target + (figure.met ? "" : " (missed)");
            text.append("| %s | %s | %s | %s |\n".formatted(figure.name, number(figure.value), figure.unit, verdict));
        }
        return text.toString();
    }

    private static String line(Figure figure) {
        var verdict = figure.met == null ? "" : figure.target + (figure.met ? "  yes" : "  NO");
        return "  %-76s %12s %-8s %s%n".formatted(figure.name, number(figure.value), figure.unit, verdict).replaceAll(" +(?=\\R)", "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= WHOLE_NUMBERS_FROM || value == Math.rint(value) ? "%,.0f" : "%.2f", value);
    }

    private void add(Figure figure) {
        figures.add(figure);
        System.out.print(line(figure));
        write();
    }

    private void write() {
        try {
            Files.writeString(BenchServer.HOME.resolve("figures.txt"), table());
            Files.writeString(BenchServer.HOME.resolve("figures.md"), markdown());
            JSON.writeValue(BenchServer.HOME.resolve("figures.json").toFile(),
                    Map.of("machine", machine, "figures", figures, "not_measured", missing));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
