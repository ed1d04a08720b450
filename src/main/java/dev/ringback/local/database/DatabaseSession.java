package dev.ringback.local.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

/// One connection, one thread, answers that are waited for.
public final class DatabaseSession implements AutoCloseable {

    private final PgConnection connection;

    DatabaseSession(PgConnection connection) {
        this.connection = connection;
    }

    /// Runs one or more statements without parameters; answers nothing.
    public void run(String sql) {
        DatabaseClient.await(connection.query(sql).execute());
    }

    /// The rows of each statement in order.
    public List<List<Row>> runAll(String sql) {
        var results = new ArrayList<List<Row>>();
        for (var result = DatabaseClient.await(connection.query(sql).execute()); result != null; result = result.next()) {
            var rows = new ArrayList<Row>();
            result.forEach(rows::add);
            results.add(rows);
        }
        return results;
    }

    /// Runs one statement with `$1`, `$2`… and answers its rows.
    public List<Row> query(String sql, Object... parameters) {
        var rows = new ArrayList<Row>();
        DatabaseClient.await(connection.preparedQuery(sql).execute(Tuple.from(Arrays.asList(parameters)))).forEach(rows::add);
        return rows;
    }

    /// Commits if `work` returns and rolls back if it throws.
    public <T> T inTransaction(Supplier<T> work) {
        run("begin");
        try {
            var result = work.get();
            run("commit");
            return result;
        } catch (RuntimeException | Error failure) {
            run("rollback");
            throw failure;
        }
    }

    @Override
    public void close() {
        DatabaseClient.await(connection.close());
    }
}
