package dev.ringback.local.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// A policy server for [Postfix] (its SMTPD_POLICY_README): who writes to somebody for the first time is asked to come again.
public final class Greylist implements AutoCloseable {

    private final ServerSocket server;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public Greylist() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException _) {
            // Closed: the end of the test.
        }
    }

    private void talk(Socket connection) {
        try (connection; var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII))) {
            var attributes = new HashMap<String, String>();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    connection.getOutputStream().write("action=%s\n\n".formatted(action(attributes)).getBytes(US_ASCII));
                } else {
                    attributes.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
                }
            }
        } catch (IOException _) {
            // The mail server has ended.
        }
    }

    private String action(Map<String, String> attributes) {
        return known.add(attributes.get("sender") + " " + attributes.get("recipient")) ? "defer_if_permit 4.2.0 Greylisted" : "dunno";
    }
}
