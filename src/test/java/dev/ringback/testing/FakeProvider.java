package dev.ringback.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A provider's API over real HTTP: answers as told, in order, the last answer again and again, and remembers what it was asked.
public final class FakeProvider implements AutoCloseable {

    /// @param headers by lower-case name
    public record Asked(String method, String path, Map<String, String> headers, String body) {

        /// Of a form: each name's values joined by a comma.
        public Map<String, String> form() {
            var fields = new LinkedHashMap<String, String>();
            Stream.of(body.split("&")).map(field -> field.split("=", 2))
                    .forEach(field -> fields.merge(URLDecoder.decode(field[0], UTF_8), URLDecoder.decode(field[1], UTF_8),
                            (one, other) -> one + "," + other));
            return fields;
        }
    }

    private interface Behaviour {

        void act(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Queue<Behaviour> behaviours = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public FakeProvider() throws IOException {
        this(0);
    }

    /// @param port 0 for any
    public FakeProvider(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public FakeProvider answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    public FakeProvider answers(int status, Map<String, String> headers, String body) {
        behaviours.add(exchange -> answer(exchange, status, headers, body));
        return this;
    }

    /// Does this before it answers for the first time.
    public FakeProvider meanwhile(Runnable work) {
        before.set(work);
        return this;
    }

    /// Takes the request and never answers.
    public FakeProvider saysNothing() {
        behaviours.add(_ -> {});
        return this;
    }

    /// Takes the request and cuts the connection.
    public FakeProvider hangsUp() {
        behaviours.add(HttpExchange::close);
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        before.getAndSet(() -> {}).run();
        (behaviours.size() > 1 ? behaviours.remove() : behaviours.element()).act(exchange);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
