package dev.ringback.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.ringback.testing.CsvFile;

/// One of the five documents that the packs' schemas come from, as the lists that were drawn from it once:
/// `NNN.csv` (columns named), `NNN.claims.csv` (columns counted), `NNN.statements.sql`, `NNN.definitions.csv`.
record SeedDocument(String number, String schema) {

    static final List<SeedDocument> ALL = List.of(new SeedDocument("000", "bids"), new SeedDocument("001", "bids"),
            new SeedDocument("002", "roofing"), new SeedDocument("003", "recruiting"), new SeedDocument("004", "growth"));

    private static final Path FOLDER = Path.of("src/test/resources/seeds");

    /// A column that the document names; `column` is empty where it names a table only.
    record Column(String line, String table, String column, String type, boolean required, String standard) {}

    /// How many columns the document says that a table has.
    record Claim(String line, String table, int claimed) {}

    record Definition(String line, String kind, String table, String name, String detail) {}

    /// The documents whose lists are there.
    static List<SeedDocument> present() {
        return ALL.stream().filter(document -> Files.exists(document.file(".csv"))).toList();
    }

    List<Column> columns() {
        return rows(".csv").stream().map(row -> new Column(row.get("line"), row.get("table"), row.get("column"), row.get("type"),
                row.get("nullable").equals("no"), row.get("default"))).toList();
    }

    List<Claim> claims() {
        return rows(".claims.csv").stream()
                .map(row -> new Claim(row.get("line"), row.get("table"), Integer.parseInt(row.get("claimed")))).toList();
    }

    List<Definition> definitions() {
        return rows(".definitions.csv").stream()
                .map(row -> new Definition(row.get("line"), row.get("kind"), row.get("table"), row.get("name"), row.get("detail"))).toList();
    }

    List<SeedStatement> statements() {
        return SeedStatement.read(this, file(".statements.sql"));
    }

    private List<Map<String, String>> rows(String suffix) {
        var file = file(suffix);
        return Files.exists(file) ? CsvFile.read(file) : List.of();
    }

    private Path file(String suffix) {
        return FOLDER.resolve(number + suffix);
    }

    @Override
    public String toString() {
        return number + " " + schema;
    }
}
