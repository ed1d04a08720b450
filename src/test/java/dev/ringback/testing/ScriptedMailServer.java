package dev.ringback.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import static java.nio.charset.StandardCharsets.UTF_8;

/// An SMTP server that answers a command as told, by its first word, and takes everything else. Remembers what it heard.
public final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, String> answers;
    private final SSLContext tls;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /// @param answers to `EHLO`, `AUTH`, `MAIL`, `RCPT`, `DATA`, `.` (the mail itself); `hang up` ends the connection
    /// @param tls     for STARTTLS, which is not offered where it is null
    public ScriptedMailServer(String address, Map<String, String> answers, SSLContext tls) throws IOException {
        this.server = new ServerSocket(0, 8, InetAddress.ofLiteral(address));
        this.answers = answers;
        this.tls = tls;
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Commands and lines of mails.
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                say(connection, "220 scripted.example");
                talk(connection);
            } catch (IOException ended) {
                heard.add("(ended)");
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            var word = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            if (word.equals("STARTTLS")) {
                say(connection, "220 go ahead");
                talk(encrypted(connection));
                return;
            }
            if (!answer(connection, word)) {
                return;
            }
            if (word.equals("DATA") && !answers.containsKey("DATA")) {
                hear(in);
                if (!answer(connection, ".")) {
                    return;
                }
            }
        }
    }

    private boolean answer(Socket connection, String word) throws IOException {
        var usual = switch (word) {
            case "EHLO" ->
                    "250-scripted.example\r\n" + (tls == null || connection instanceof SSLSocket ? "" : "250-STARTTLS\r\n") + "250 AUTH PLAIN LOGIN";
            case "DATA" -> "354 go on";
            case "AUTH" -> "235 welcome";
            default -> "250 fine";
        };
        var answer = answers.getOrDefault(word, usual);
        if (!answer.equals("hang up")) {
            say(connection, answer);
        }
        return !answer.equals("hang up");
    }

    private void hear(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            heard.add(line);
        }
    }

    private Socket encrypted(Socket connection) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(connection, null, true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        connection.getOutputStream().flush();
    }
}
