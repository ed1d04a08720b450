package dev.ringback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import dev.ringback.local.database.DatabaseAddress;

/// Stands before the database and counts round trips: how often a client spoke after the server had.
final class CountingProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final ServerSocket listener;
    private final DatabaseAddress target;
    private final LongAdder roundTrips = new LongAdder();

    CountingProxy(DatabaseAddress target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::serve);
    }

    DatabaseAddress address() {
        return new DatabaseAddress("127.0.0.1", listener.getLocalPort(), target.database(), target.user(), target.password(), target.query());
    }

    long roundTrips() {
        return roundTrips.sum();
    }

    @Override
    public void close() {
        close(listener);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                var server = new Socket(target.host(), target.port());
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                var serverSpokeLast = new AtomicBoolean(true);
                Thread.ofVirtual().start(() -> pump(client, server, () -> count(serverSpokeLast)));
                Thread.ofVirtual().start(() -> pump(server, client, () -> serverSpokeLast.set(true)));
            } catch (IOException _) {
                close(listener);
            }
        }
    }

    private void count(AtomicBoolean serverSpokeLast) {
        if (serverSpokeLast.getAndSet(false)) {
            roundTrips.increment();
        }
    }

    private static void pump(Socket from, Socket to, Runnable spoken) {
        var buffer = new byte[BUFFER];
        try (from; to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                spoken.run();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException _) {
            close(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
