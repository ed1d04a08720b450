package dev.ringback.crash;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import dev.ringback.local.database.DatabaseAddress;

/// Stands between one process and Postgres, and tells a [Witness] of each transaction that is about to commit or just has.
final class PgProxy implements Closeable {

    private final App app;
    private final DatabaseAddress database;
    private final StatementNames names;
    private final Witness witness;
    private final ServerSocket door;

    PgProxy(App app, DatabaseAddress database, StatementNames names, Witness witness) throws IOException {
        this.app = app;
        this.database = database;
        this.names = names;
        this.witness = witness;
        this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /// The database as the process reaches it.
    DatabaseAddress address() {
        return new DatabaseAddress("127.0.0.1", door.getLocalPort(), database.database(), database.user(), database.password(), database.query());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void relay(Socket client) {
        try {
            var server = new Socket(database.host(), database.port());
            new PgConnection(app, witness, new PgTransaction(names), client, server).run();
        } catch (IOException _) {
            hangUp(client);
        }
    }

    // Postgres is away; the process learns it as it would without us.
    private static void hangUp(Socket client) {
        try {
            client.close();
        } catch (IOException _) {
            // Gone already.
        }
    }
}
