package dev.ringback.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.ringback.engine.inbox.StandardWebhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Signed webhooks for a server on this machine: made beforehand, each of another event, handed in over so many connections, each of
/// which waits for its answer before it goes on.
final class HookLoad {

    static final String SECRET = "whsec_bG9jYWwtb25seS1tYWlsLWhvb2s=";

    private static final String HEAD = """
            POST /functions/v1/hooks/mail HTTP/1.1
            host: localhost
            content-type: message/rfc822
            webhook-id: %s
            webhook-timestamp: %s
            webhook-signature: %s
            content-length: %d

            """;
    private static final String MAIL = """
            Message-ID: <%s@people.example>
            In-Reply-To: <6f1c2f0e@maple-roofing.example>
            From: Sarah Chen <sarah@chen.example>
            To: hello@maple-roofing.example
            Subject: Re: Maple Roofing: your message

            Tuesday at nine is fine. The gate is open, the dog is friendly, and the ladder stands behind the garage.
            """;
    private static final byte[] OK = "HTTP/1.1 200".getBytes(US_ASCII);
    private static final String LENGTH = "content-length:";
    private static final int CONNECTIONS = 128;
    private static final int LONGEST_LINE = 8192;
    private static final double NANOS = 1e9;
    private static final long NANOS_PER_MICRO = 1000;

    private HookLoad() {}

    /// @param waits of each event, from the first byte sent to the last byte of the answer
    record Result(double perSecond, Latencies waits) {}

    static Result run(int port, int events) {
        var requests = IntStream.range(0, events).parallel().mapToObj(_ -> request()).toList();
        var waits = new long[events];
        var next = new AtomicInteger();
        var start = System.nanoTime();
        try (var connections = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, CONNECTIONS).mapToObj(_ -> connections.submit(() -> handIn(port, requests, next, waits))).toList();
            running.forEach(HookLoad::ended);
        }
        var seconds = (System.nanoTime() - start) / NANOS;
        return new Result(events / seconds, Latencies.of(Arrays.stream(waits).boxed().toList()));
    }

    private static void ended(Future<?> connection) {
        try {
            connection.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] request() {
        var id = UUID.randomUUID().toString();
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var body = MAIL.formatted(id).getBytes(UTF_8);
        var signature = StandardWebhooks.sign(id, timestamp, body, SECRET);
        var request = new ByteArrayOutputStream();
        request.writeBytes(HEAD.formatted(id, timestamp, signature, body.length).replace("\n", "\r\n").getBytes(US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void handIn(int port, List<byte[]> requests, AtomicInteger next, long[] waits) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var answers = new BufferedInputStream(socket.getInputStream());
            for (var at = next.getAndIncrement(); at < requests.size(); at = next.getAndIncrement()) {
                var sent = System.nanoTime();
                socket.getOutputStream().write(requests.get(at));
                answer(answers);
                waits[at] = (System.nanoTime() - sent) / NANOS_PER_MICRO;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void answer(InputStream answers) throws IOException {
        var status = line(answers);
        if (!Arrays.equals(status.getBytes(US_ASCII), 0, OK.length, OK, 0, OK.length)) {
            throw new IOException(status);
        }
        var length = 0;
        for (var header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        answers.skipNBytes(length);
    }

    private static String line(InputStream answers) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("no answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(US_ASCII);
    }
}
