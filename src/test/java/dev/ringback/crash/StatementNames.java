package dev.ringback.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.ringback.engine.sql.Statements;
import dev.ringback.testing.SqlFile;

/// What the repositories call a statement that is seen on the wire, and whether it writes.
final class StatementNames {

    private static final Pattern WRITES = Pattern.compile("\\b(insert into|update [\\w.]+|delete from|merge into|truncate|engine\\.enqueue\\w*\\()");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final int SHOWN_CHARS = 40;

    private final Map<String, String> bySql = new HashMap<>();

    StatementNames() {
        try {
            for (var file : SqlFile.all()) {
                var feature = file.name().split("/")[3];
                Statements.parse(file.name(), file.text()).all().forEach(statement -> bySql.put(statement.sql(), feature + "." + statement.name()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Empty for what only reads. A statement of no repository is called by how it begins.
    Optional<String> ofWriting(String sql) {
        if (!WRITES.matcher(COMMENT.matcher(sql).replaceAll("").toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        var beginning = sql.replaceAll("\\s+", " ").strip();
        return Optional.of(bySql.getOrDefault(sql, beginning.substring(0, Math.min(SHOWN_CHARS, beginning.length()))));
    }
}
