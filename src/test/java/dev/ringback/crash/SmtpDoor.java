package dev.ringback.crash;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;

import dev.ringback.crash.Postbox.Answer;
import dev.ringback.crash.Postbox.Submitted;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/// The mail server as one process reaches it. A mail server knows no idempotency: the same mail again is a second copy.
final class SmtpDoor implements Closeable {

    private final App app;
    private final Postbox postbox;
    private final ServerSocket door;

    SmtpDoor(App app, Postbox postbox) throws IOException {
        this.app = app;
        this.postbox = postbox;
        this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var connection = door.accept();
                Thread.ofVirtual().start(() -> talk(connection));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void talk(Socket connection) {
        try (connection; var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
            say(connection, "220 crash.example");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.toUpperCase(Locale.ROOT);
                if (verb.startsWith("RCPT TO:")) {
                    to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                if (verb.equals("DATA")) {
                    say(connection, "354 go on");
                    if (!accept(connection, in, to)) {
                        return;
                    }
                } else {
                    say(connection, verb.equals("QUIT") ? "221 bye" : "250 crash.example");
                }
            }
        } catch (IOException _) {
            // The process is gone.
        }
    }

    private boolean accept(Socket connection, BufferedReader in, String to) throws IOException {
        var reference = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                reference = line.substring("message-id:".length()).strip();
            }
            if (line.equals(".")) {
                return answer(connection, postbox.take(app, new Submitted("email by SMTP", to, "", reference)));
            }
        }
        return false;
    }

    private boolean answer(Socket connection, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Taken(var mail) -> {
                say(connection, "250 " + mail.id());
                postbox.answered(app, mail);
            }
            case Answer.Refused _ -> say(connection, "451 not now");
            case Answer.Silence() -> {
                return false;
            }
        }
        return true;
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }
}
