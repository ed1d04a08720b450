package dev.ringback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a comma-separated table with a header (RFC 4180): fields may be quoted, a doubled quote stands for one.
public final class CsvFile {

    private final String text;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;

    private CsvFile(String text) {
        this.text = text;
    }

    /// One map from header to field per record. A record of another width than the header is an error: a comma is not quoted.
    public static List<Map<String, String>> read(Path file) {
        try {
            return rows(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Map<String, String>> rows(Path file, String text) {
        var records = new CsvFile(text).records();
        var header = records.getFirst();
        return records.stream().skip(1).map(record -> row(file, header, record)).toList();
    }

    private static Map<String, String> row(Path file, List<String> header, List<String> record) {
        if (record.size() != header.size()) {
            throw new IllegalArgumentException("%s: %s has %d fields, not %d".formatted(file, record, record.size(), header.size()));
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i).strip(), record.get(i).strip());
        }
        return row;
    }

    private List<List<String>> records() {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '"' && text.startsWith("\"\"", at)) {
                field.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                endField();
            } else if (!quoted && c == '\n') {
                endRecord();
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        endRecord();
        return records;
    }

    private void endField() {
        fields.add(field.toString());
        field.setLength(0);
    }

    private void endRecord() {
        endField();
        if (fields.size() > 1 || !fields.getFirst().isBlank()) {
            records.add(fields);
        }
        fields = new ArrayList<>();
    }
}
