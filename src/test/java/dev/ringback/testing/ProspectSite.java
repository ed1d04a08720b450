package dev.ringback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A business' site with its contact page, over real HTTP: `/contact` has a plain form, `/csrf` one whose hidden field must come back
/// with the cookie, `/script` one that only a script submits, `/loop` leads to itself.
public final class ProspectSite implements AutoCloseable {

    private static final String FIELDS = """
            <input name=your-name required><input type=email name=your-email required><textarea name=your-message required></textarea>
            <button>Send</button></form>""";
    private static final String THANKS = "<p>Thank you! Your message has been sent.</p>";

    private final HttpServer server;
    private final List<Map<String, String>> written = new ArrayList<>();

    public ProspectSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/contact", exchange -> answer(exchange, 200, "<form action=/send method=post>" + FIELDS));
        server.createContext("/script", exchange -> answer(exchange, 200, "<form onsubmit='send(); return false'>" + FIELDS + "<script></script>"));
        server.createContext("/csrf", this::withToken);
        server.createContext("/loop", ProspectSite::again);
        server.createContext("/send", this::take);
        server.createContext("/checked", this::check);
        server.start();
    }

    public String page(String path) {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path);
    }

    /// What visitors wrote into the forms, by the fields' names.
    public synchronized List<Map<String, String>> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void withToken(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("set-cookie", "session=s1; Path=/");
        answer(exchange, 200, "<form action=/checked method=post><input type=hidden name=_csrf value=t1>" + FIELDS);
    }

    private void check(HttpExchange exchange) throws IOException {
        var form = form(exchange);
        var cookie = exchange.getRequestHeaders().getFirst("cookie");
        if ("t1".equals(form.get("_csrf")) && "session=s1".equals(cookie)) {
            keep(exchange, form);
        } else {
            answer(exchange, 419, "<p>Page expired</p>");
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        keep(exchange, form(exchange));
    }

    private void keep(HttpExchange exchange, Map<String, String> form) throws IOException {
        synchronized (this) {
            written.add(form);
        }
        answer(exchange, 200, THANKS);
    }

    private static void again(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("location", "/loop");
        answer(exchange, 302, "");
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        Stream.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&")).map(field -> field.split("=", 2))
                .forEach(field -> fields.put(URLDecoder.decode(field[0], UTF_8), URLDecoder.decode(field[1], UTF_8)));
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
