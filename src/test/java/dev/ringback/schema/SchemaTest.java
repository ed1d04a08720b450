package dev.ringback.schema;

import java.util.function.Supplier;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.local.server.LocalPostgres;
import dev.ringback.testing.LocalStackResource;

/// A look at a migrated database that leaves nothing behind. A subclass of a test may name another server.
@TestInstance(Lifecycle.PER_CLASS)
abstract class SchemaTest {

    private DatabaseClient client;
    private DatabaseSession owner;
    private DatabaseSession superuser;

    /// The migrated database as its superuser.
    DatabaseAddress database() {
        return LocalStackResource.superuser();
    }

    @BeforeAll
    void open() {
        client = new DatabaseClient();
        superuser = client.open(database());
        owner = client.open(asOwner(database()));
    }

    @AfterAll
    void close() {
        owner.close();
        superuser.close();
        client.close();
    }

    /// As who ran the migrations.
    final DatabaseSession owner() {
        return owner;
    }

    final DatabaseSession superuser() {
        return superuser;
    }

    static DatabaseAddress asOwner(DatabaseAddress superuser) {
        return superuser.as("postgres", LocalPostgres.PASSWORD);
    }

    static <T> T rolledBack(DatabaseSession session, Supplier<T> work) {
        session.run("begin");
        try {
            return work.get();
        } finally {
            session.run("rollback");
        }
    }
}
