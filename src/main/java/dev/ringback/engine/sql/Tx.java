package dev.ringback.engine.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/// A running transaction. What is done through the same one commits together or not at all.
public final class Tx {

    private final SqlConnection connection;

    Tx(SqlConnection connection) {
        this.connection = connection;
    }

    /// Answers how many rows the statement touched.
    public Uni<Integer> run(Query query) {
        return rows(query).map(RowSet::rowCount);
    }

    public <T> Uni<List<T>> list(Query query, Function<Row, T> mapper) {
        return rows(query).map(rows -> StreamSupport.stream(rows.spliterator(), false).map(mapper).toList());
    }

    public <T> Uni<Optional<T>> first(Query query, Function<Row, T> mapper) {
        return list(query, mapper).map(rows -> rows.stream().findFirst());
    }

    /// For statements that always answer with one row.
    public <T> Uni<T> one(Query query, Function<Row, T> mapper) {
        return list(query, mapper).map(List::getFirst);
    }

    private Uni<RowSet<Row>> rows(Query query) {
        return connection.preparedQuery(query.sql()).execute(query.tuple());
    }
}
