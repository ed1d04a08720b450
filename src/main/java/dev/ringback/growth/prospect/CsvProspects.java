package dev.ringback.growth.prospect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import dev.ringback.engine.http.Problem;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/// Prospects as a CSV file (RFC 4180) whose header names the members.
final class CsvProspects {

    private CsvProspects() {}

    /// @throws Problem for what is no such file
    static List<ProspectRow> read(String text) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream().map(CsvProspects::row).toList();
        } catch (CsvParseException malformed) {
            throw malformed();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ProspectRow row(NamedCsvRecord line) {
        if (!line.getHeader().contains("business_name")) {
            throw malformed();
        }
        return new ProspectRow(field(line, "business_name"), field(line, "website"), field(line, "contact_email"), field(line, "form_url"),
                field(line, "industry"), field(line, "region"), field(line, "language"));
    }

    private static String field(NamedCsvRecord line, String name) {
        return line.findField(name).orElse(null);
    }

    private static Problem malformed() {
        return Problem.invalid("csv", "is not a CSV file with the members of a row in its header");
    }
}
