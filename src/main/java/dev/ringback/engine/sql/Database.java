package dev.ringback.engine.sql;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.ringback.engine.time.Clock;

/// Opens transactions as somebody: role, claims, time limit and business time are set for the transaction alone, so that
/// row level security holds and nothing leaks to the connection's next user.
@ApplicationScoped
public class Database {

    // `engine.rung`: transactions of an instance that wakes itself need no doorbell from the database.
    private static final String BECOME = """
            select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('statement_timeout', $3, true),
                   set_config('idle_in_transaction_session_timeout', $3, true), set_config('engine.now', $4, true),
                   set_config('engine.rung', $5, true)""";
    private static final String BECOME_IN_SESSION = BECOME.replace('$', '?');

    private final Pool pool;
    private final Clock clock;
    private final SqlConfig config;
    private final String rung;

    Database(Pool pool, Clock clock, SqlConfig config,
            @ConfigProperty(name = "ringback.wake-ups.enabled", defaultValue = "true") boolean wakesItself) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.rung = wakesItself ? "on" : "";
    }

    /// Runs the work in one transaction with the rights given; commits when it answers, rolls back when it fails.
    public <T> Uni<T> as(RunAs who, Function<Tx, Uni<T>> work) {
        return pool.withTransaction(connection -> become(connection, who).chain(() -> work.apply(new Tx(connection))));
    }

    public <T> Uni<T> asService(Function<Tx, Uni<T>> work) {
        return as(RunAs.SERVICE, work);
    }

    /// Runs single statements as the login role, which may do next to nothing, each for itself: without the round trips of a transaction.
    public <T> Uni<T> asNobody(Function<Tx, Uni<T>> work) {
        return pool.withConnection(connection -> work.apply(new Tx(connection)));
    }

    /// Runs the work as the service and takes back whatever it wrote: for what would be.
    public <T> Uni<T> undone(Function<Tx, Uni<T>> work) {
        return pool.withConnection(connection -> connection.begin()
                .chain(transaction -> become(connection, RunAs.SERVICE).chain(() -> work.apply(new Tx(connection)))
                        .eventually(transaction::rollback)));
    }

    /// The same for Panache repositories, which find the session by themselves. Never mixed with [Tx] in one transaction.
    public <T> Uni<T> entitiesAs(RunAs who, Supplier<Uni<T>> work) {
        return Panache.withTransaction(() -> becomeInSession(who).chain(() -> work.get()));
    }

    private Uni<Void> become(SqlConnection connection, RunAs who) {
        return connection.preparedQuery(BECOME).execute(Tuple.from(settings(who))).replaceWithVoid();
    }

    private Uni<Void> becomeInSession(RunAs who) {
        return Panache.getSession().chain(session -> bound(session.createNativeQuery(BECOME_IN_SESSION, Object[].class), settings(who))
                .getSingleResult()
                .replaceWithVoid());
    }

    private static SelectionQuery<Object[]> bound(SelectionQuery<Object[]> query, List<Object> values) {
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private List<Object> settings(RunAs who) {
        return List.of(who.role(), who.claims(), Long.toString(config.statementTimeout().toMillis()), clock.instant().toString(), rung);
    }
}
