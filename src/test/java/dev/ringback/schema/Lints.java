package dev.ringback.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.ringback.engine.sql.Statement;
import dev.ringback.engine.sql.Statements;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.testing.CsvFile;

/// The checks of `lints.sql`: Splinter's catalogue as far as catalogs can answer it, in queries of our own, and ours.
final class Lints {

    static final Path FOLDER = Path.of("src/test/resources/dev/ringback/schema");

    /// One thing that a check found. `level` is Splinter's: ERROR, WARN or INFO.
    record Finding(String lint, String level, String object) {}

    /// @param schemas all that we own
    /// @param exposed those of them that the data API serves
    record Scope(List<String> schemas, List<String> exposed) {}

    private Lints() {}

    static Collection<Statement> checks() throws IOException {
        return Statements.parse("lints.sql", Files.readString(FOLDER.resolve("lints.sql"))).all();
    }

    static List<Finding> run(DatabaseSession session, Statement check, Scope scope) {
        var values = check.parameters().stream()
                .map(name -> (Object) (name.equals("exposed") ? scope.exposed() : scope.schemas()).toArray(String[]::new)).toArray();
        return session.query(check.sql(), values).stream()
                .map(row -> new Finding(check.name(), level(check), row.getString(0))).toList();
    }

    /// The first word of the purpose.
    static String level(Statement check) {
        return check.purpose().split(" ", 2)[0];
    }

    /// Why an INFO is right as it is: check, a pattern of objects, reason.
    static List<Map<String, String>> explained() {
        return CsvFile.read(FOLDER.resolve("lints-explained.csv"));
    }

    static boolean isExplained(Finding finding) {
        return explained().stream()
                .anyMatch(row -> row.get("lint").equals(finding.lint()) && finding.object().matches(row.get("object")));
    }
}
