package dev.ringback.engine.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// The line between us and a mail server, and what may happen on it. Breaks once; what comes later passes.
final class MailWire implements AutoCloseable {

    enum Fault {
        /// The server has the whole mail, and its answer is lost.
        LOSES_THE_ANSWER,
        /// The server never sees the mail's end.
        LOSES_THE_END,
        /// Nobody is told that the server can encrypt.
        HIDES_ENCRYPTION
    }

    private final ServerSocket here = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final int there;
    private final Fault fault;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean isBroken;
    private volatile boolean hasBroken;

    /// @param there the server's port
    MailWire(int there, Fault fault) throws IOException {
        this.there = there;
        this.fault = fault;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return here.getLocalPort();
    }

    /// What the client said.
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws IOException {
        here.close();
    }

    private void serve() {
        try {
            while (true) {
                var client = here.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), there);
                isBroken = false;
                Thread.ofVirtual().start(() -> carry(client, server, this::fromClient));
                Thread.ofVirtual().start(() -> carry(server, client, this::fromServer));
            }
        } catch (IOException _) {
            heard.add("(closed)");
        }
    }

    private interface Line {

        /// Answers whether the line goes on.
        boolean passes(String line);
    }

    private void carry(Socket from, Socket to, Line each) {
        try (from; to; var lines = new BufferedReader(new InputStreamReader(from.getInputStream(), ISO_8859_1))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (each.passes(line)) {
                    to.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
                } else if (isBroken) {
                    return;
                }
            }
        } catch (IOException _) {
            heard.add("(ended)");
        }
    }

    private boolean fromClient(String line) {
        heard.add(line);
        if (line.equals(".") && fault != Fault.HIDES_ENCRYPTION && !hasBroken) {
            hasBroken = true;
            isBroken = true;
            return fault == Fault.LOSES_THE_ANSWER;
        }
        return true;
    }

    private boolean fromServer(String line) {
        return !isBroken && !(fault == Fault.HIDES_ENCRYPTION && line.endsWith("STARTTLS"));
    }
}
