package dev.ringback.crash;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One connection of a process through the proxy. Requests go on one by one, each after the answer to the one before, so that
/// the state of the transaction is known.
final class PgConnection {

    private static final int PROTOCOL_3 = 0x0003_0000;
    private static final int PROTOCOL_AT = 4;

    private final App app;
    private final Witness witness;
    private final PgTransaction transaction;
    private final Socket client;
    private final Socket server;
    // Guarded by this.
    private boolean answered;
    private boolean gone;
    private char status = 'I';
    private Set<String> committing = Set.of();

    PgConnection(App app, Witness witness, PgTransaction transaction, Socket client, Socket server) {
        this.app = app;
        this.witness = witness;
        this.transaction = transaction;
        this.client = client;
        this.server = server;
    }

    void run() {
        try (client; server) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var in = input(client);
            var first = PgMessage.readFirst(in);
            server.getOutputStream().write(first.bytes());
            if (ByteBuffer.wrap(first.bytes()).getInt(PROTOCOL_AT) != PROTOCOL_3) {
                return;
            }
            Thread.ofVirtual().start(this::relayAnswers);
            relayRequests(in);
        } catch (IOException _) {
            // Either side hung up, and the other one is told by the same.
        } finally {
            leave();
        }
    }

    private void relayRequests(DataInputStream in) throws IOException {
        var request = new ArrayList<PgMessage>();
        while (true) {
            var message = PgMessage.read(in);
            request.add(message);
            switch (message.type()) {
                case 'p', 'X', 'H' -> pass(request);
                case 'Q', 'S' -> {
                    if (!ask(request)) {
                        return;
                    }
                }
                default -> {}
            }
        }
    }

    // False when the process was killed instead.
    private boolean ask(List<PgMessage> request) throws IOException {
        if (!awaitAnswer()) {
            return false;
        }
        var commit = transaction.commits(request, status);
        if (reached(commit, KillPoint::before)) {
            return false;
        }
        synchronized (this) {
            answered = false;
            committing = commit;
        }
        pass(request);
        return true;
    }

    private void pass(List<PgMessage> request) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var message : request) {
            bytes.write(message.bytes());
        }
        request.clear();
        server.getOutputStream().write(bytes.toByteArray());
    }

    private void relayAnswers() {
        try (client; server) {
            var in = input(server);
            var held = new ByteArrayOutputStream();
            boolean refused = false;
            while (true) {
                var message = PgMessage.read(in);
                held.write(message.bytes());
                refused |= message.type() == 'E';
                boolean ends = message.type() == 'Z';
                var commit = committing();
                if (ends && !refused && reached(commit, KillPoint::after)) {
                    return;
                }
                if (ends || commit.isEmpty()) {
                    client.getOutputStream().write(held.toByteArray());
                    held.reset();
                }
                if (ends) {
                    refused = false;
                    answer(message.flag());
                }
            }
        } catch (IOException _) {
            // As above.
        } finally {
            leave();
        }
    }

    private boolean reached(Set<String> statements, Function<String, KillPoint> moment) {
        return !statements.isEmpty() && witness.reached(app, statements.stream().map(moment).collect(Collectors.toSet()));
    }

    private synchronized Set<String> committing() {
        return committing;
    }

    private synchronized void answer(char newStatus) {
        status = newStatus;
        committing = Set.of();
        answered = true;
        notifyAll();
    }

    private synchronized boolean awaitAnswer() {
        try {
            while (!answered && !gone) {
                wait();
            }
            return !gone;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void leave() {
        gone = true;
        notifyAll();
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    }
}
