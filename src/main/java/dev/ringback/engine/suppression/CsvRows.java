package dev.ringback.engine.suppression;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.ringback.engine.http.Problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

/// Suppressions as a CSV file (RFC 4180) whose header names the members.
final class CsvRows {

    private static final List<String> HEADER = List.of("address", "hash", "key_id", "family", "scope", "reason", "since", "until");

    private CsvRows() {}

    static String write(List<SuppressionRow> rows) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADER);
        rows.forEach(row -> csv.writeRecord(fields(row)));
        return text.toString();
    }

    /// @throws Problem for what is no such file
    static List<SuppressionRow> read(String text) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().map(CsvRows::row).toList();
        } catch (CsvParseException | DateTimeParseException malformed) {
            throw Problem.invalid("csv", "is not a CSV file with the members of a row in its header");
        } catch (java.io.IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> fields(SuppressionRow row) {
        return Stream.of(row.address(), row.hash(), row.keyId(), row.family(), row.scope(), row.reason(), row.since(), row.until())
                .map(field -> Objects.toString(field, "")).toList();
    }

    private static SuppressionRow row(NamedCsvRecord line) {
        return new SuppressionRow(field(line, "address"), field(line, "hash"), field(line, "key_id"), field(line, "family"), field(line, "scope"),
                field(line, "reason"), instant(field(line, "since")), instant(field(line, "until")));
    }

    private static Instant instant(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String field(NamedCsvRecord line, String name) {
        return line.findField(name).map(String::strip).filter(field -> !field.isEmpty()).orElse(null);
    }
}
