package dev.ringback.testing;

import java.util.List;
import java.util.function.Function;

import io.vertx.sqlclient.Row;

import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;

/// SQL from tests in anybody's name, blocking. A role's work is one transaction that is committed, with the role and claims
/// set as the application sets them.
public final class TestDatabase implements AutoCloseable {

    private final DatabaseClient client = new DatabaseClient();

    /// As who ran the migrations: owns every table and passes row level security.
    public <T> T asOwner(Function<DatabaseSession, T> work) {
        try (var session = client.open(LocalStackResource.owner())) {
            return session.inTransaction(() -> work.apply(session));
        }
    }

    /// As the superuser: for what the platform does, such as rows of `auth.users` or the clock of a queue.
    public <T> T asSuperuser(Function<DatabaseSession, T> work) {
        try (var session = client.open(LocalStackResource.superuser())) {
            return session.inTransaction(() -> work.apply(session));
        }
    }

    public <T> T asService(Function<DatabaseSession, T> work) {
        return as("service_role", "{\"role\":\"service_role\"}", work);
    }

    public <T> T asAnon(Function<DatabaseSession, T> work) {
        return as("anon", "{\"role\":\"anon\"}", work);
    }

    /// `claimsJson` is the body of the user's token: `{"sub":"…","role":"authenticated","app_metadata":{…}}`.
    public <T> T asAuthenticated(String claimsJson, Function<DatabaseSession, T> work) {
        return as("authenticated", claimsJson, work);
    }

    /// One statement as the owner.
    public List<Row> query(String sql, Object... parameters) {
        return asOwner(session -> session.query(sql, parameters));
    }

    @Override
    public void close() {
        client.close();
    }

    // Logged in as the application, so that what its role may not become fails here too.
    private <T> T as(String role, String claimsJson, Function<DatabaseSession, T> work) {
        try (var session = client.open(LocalStackResource.application())) {
            return session.inTransaction(() -> {
                session.query("select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)", role,
                        claimsJson);
                return work.apply(session);
            });
        }
    }
}
