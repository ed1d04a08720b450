package dev.ringback.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/// HTTP/1.1 by hand: what it sends is not looked at.
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LENGTH = "content-length:";
    private static final int LONGEST_LINE = 65_536;
    // After these a server ends the connection.
    private static final Set<Integer> UNREADABLE = Set.of(400, 413, 414, 431);

    private final int port;
    private Socket socket;
    private InputStream answers;
    private boolean isFresh;

    RawConnection(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        answers = new BufferedInputStream(socket.getInputStream());
        isFresh = true;
    }

    record Answer(int status, String text) {}

    /// A server may end a connection after a request that was none; over a fresh one it must answer.
    Answer send(byte[] request) throws IOException {
        try {
            var answer = exchange(request);
            if (UNREADABLE.contains(answer.status)) {
                close();
                open();
            }
            return answer;
        } catch (IOException ended) {
            if (isFresh) {
                throw new IOException("no answer to " + new String(request, ISO_8859_1), ended);
            }
            close();
            open();
            return send(request);
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        isFresh = false;
        return new Answer(status, new String(answers.readNBytes(length), UTF_8));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the server ended the connection without an answer");
            }
            line.write(next);
        }
        return line.toString(US_ASCII).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
