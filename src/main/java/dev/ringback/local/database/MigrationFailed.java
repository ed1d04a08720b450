package dev.ringback.local.database;

import java.nio.file.Path;

import io.vertx.pgclient.PgException;

/// A statement of a migration or seed that Postgres refused. The message is all that one needs to find it.
final class MigrationFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    MigrationFailed(Path file, int number, SqlScript.Statement statement, PgException cause) {
        super("%s line %d (statement %d): %s [%s]%s%s".formatted(file.getFileName(), line(statement, cause), number,
                cause.getErrorMessage(), cause.getSqlState(), more("detail", cause.getDetail()), more("hint", cause.getHint())),
                cause);
    }

    // Postgres counts characters from 1 in what it was sent, and only for errors that have a place.
    private static int line(SqlScript.Statement statement, PgException cause) {
        if (cause.getPosition() == null) {
            return statement.line();
        }
        var before = statement.text().codePoints().limit(Integer.parseInt(cause.getPosition()) - 1L);
        return statement.line() + (int) before.filter(c -> c == '\n').count();
    }

    private static String more(String label, String text) {
        return text == null ? "" : "; " + label + ": " + text;
    }
}
