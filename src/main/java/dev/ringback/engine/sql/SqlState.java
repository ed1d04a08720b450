package dev.ringback.engine.sql;

import java.net.ConnectException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.hibernate.JDBCException;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/// The five characters by which Postgres says what it refused, whichever of our two doors the statement went through.
public final class SqlState {

    // As Postgres itself names it; these never came as far as Postgres.
    private static final String CONNECTION_FAILURE = "08006";

    private SqlState() {}

    /// Empty where the database had no part in the failure.
    public static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(SqlState::own)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String own(Throwable failure) {
        return switch (failure) {
            case PgException refused -> refused.getSqlState();
            case JDBCException refused -> refused.getSQLState();
            case ConnectException _,ClosedConnectionException _ -> CONNECTION_FAILURE;
            default -> null;
        };
    }
}
