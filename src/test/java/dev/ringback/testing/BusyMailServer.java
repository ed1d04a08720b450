package dev.ringback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Scanner;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// An SMTP server that takes no mail now: it answers each sender with 451, "try again later".
public final class BusyMailServer implements AutoCloseable {

    private final ServerSocket server;

    public BusyMailServer() throws IOException {
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
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                talk(connection);
            } catch (IOException failure) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private static void talk(Socket connection) throws IOException {
        var out = connection.getOutputStream();
        out.write("220 busy.example\r\n".getBytes(US_ASCII));
        var lines = new Scanner(connection.getInputStream(), US_ASCII);
        while (lines.hasNextLine()) {
            var answer = lines.nextLine().startsWith("MAIL") ? "451 try again later\r\n" : "250 busy.example\r\n";
            out.write(answer.getBytes(US_ASCII));
        }
    }
}
