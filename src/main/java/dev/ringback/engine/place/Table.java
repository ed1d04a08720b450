package dev.ringback.engine.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A file of lines `key: word word …` beside this class; lines that begin with `#` say where it is from.
final class Table {

    private Table() {}

    static Map<String, List<String>> read(String file) {
        try (var stream = Table.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("%s is missing on the class path".formatted(file));
            }
            return parse(new String(stream.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, List<String>> parse(String text) {
        var table = new LinkedHashMap<String, List<String>>();
        text.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(": ", 2))
                .forEach(cells -> table.put(cells[0], Arrays.asList(cells[1].split(" "))));
        return table;
    }
}
