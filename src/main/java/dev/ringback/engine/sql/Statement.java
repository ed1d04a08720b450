package dev.ringback.engine.sql;

import java.util.List;

/// One named statement of a repository's `.sql` file, ready to be prepared.
///
/// @param name       as written after `-- name:`
/// @param purpose    the comment under the name, in one line
/// @param sql        with `$1`…`$n` where the file says `:name`, without the closing semicolon
/// @param parameters the name behind each `$n`, in that order; a name used twice has one place
public record Statement(String name, String purpose, String sql, List<String> parameters) {

    public Statement {
        parameters = List.copyOf(parameters);
    }
}
