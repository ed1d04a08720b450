package dev.ringback.crash;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;

import io.vertx.core.json.JsonObject;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.ringback.crash.Postbox.Answer;
import dev.ringback.crash.Postbox.Submitted;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The providers with an HTTP API as one process reaches them: Resend, who knows an `Idempotency-Key` again, and Twilio, who knows
/// none.
final class HttpDoor implements Closeable {

    private final App app;
    private final Postbox postbox;
    private final HttpServer server;

    HttpDoor(App app, Postbox postbox) throws IOException {
        this.app = app;
        this.postbox = postbox;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/emails", this::resend);
        server.createContext("/2010-04-01/Accounts/", this::twilio);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    // <https://resend.com/docs/api-reference/emails/send-email>
    private void resend(HttpExchange exchange) throws IOException {
        var body = new JsonObject(body(exchange));
        var key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "");
        take(exchange, 200, "id", new Submitted("email by Resend", body.getJsonArray("to").getString(0), key, ""));
    }

    // <https://www.twilio.com/docs/messaging/api/message-resource>
    private void twilio(HttpExchange exchange) throws IOException {
        var to = Arrays.stream(body(exchange).split("&")).filter(field -> field.startsWith("To=")).findFirst().orElseThrow()
                .substring("To=".length());
        take(exchange, 201, "sid", new Submitted("sms by Twilio", URLDecoder.decode(to, UTF_8), "", ""));
    }

    private void take(HttpExchange exchange, int status, String idName, Submitted message) throws IOException {
        try (exchange) {
            switch (postbox.take(app, message)) {
                case Answer.Taken(var mail) -> {
                    answer(exchange, status, JsonObject.of(idName, mail.id(), "status", "queued"));
                    postbox.answered(app, mail);
                }
                case Answer.Refused(var refusal) -> answer(exchange, refusal, JsonObject.of("name", "not_now"));
                case Answer.Silence() -> exchange.close();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonObject json) throws IOException {
        var body = json.encode().getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    }
}
