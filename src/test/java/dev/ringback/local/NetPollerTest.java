package dev.ringback.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.sqlclient.Row;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.ringback.local.database.DatabaseAddress;
import dev.ringback.local.database.DatabaseClient;
import dev.ringback.local.database.DatabaseSession;
import dev.ringback.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;

class NetPollerTest {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private DatabaseAddress database;
    private HttpServer server;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        database = LocalStackResource.bareDatabase("net_poller_test");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ok", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void sends_what_was_queued_and_keeps_the_answer() throws InterruptedException {
        try (var client = new DatabaseClient(); var session = client.open(database); var _ = NetPoller.start(database)) {
            // When
            session.query("select net.http_post($1, '{\"a\": 1}', '{\"q\": \"x\"}')", url + "/ok");

            // Then
            assertThat(received.poll(5, TimeUnit.SECONDS)).isEqualTo("POST /ok?q=x application/json {\"a\": 1}");
            var answer = awaitAnswer(session);
            assertThat(answer.getInteger("status_code")).isEqualTo(202);
            assertThat(answer.getString("content")).isEqualTo("taken");
        }
    }

    @Test
    void nobody_there_is_an_answer_too() {
        try (var client = new DatabaseClient(); var session = client.open(database); var _ = NetPoller.start(database)) {
            // Given
            server.stop(0);

            // When
            session.query("select net.http_get($1)", url);

            // Then
            var answer = awaitAnswer(session);
            assertThat(answer.getInteger("status_code")).isNull();
            assertThat(answer.getString("error_msg")).contains("ConnectException");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add("%s %s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Content-Type"), body));
        exchange.sendResponseHeaders(202, "taken".length());
        exchange.getResponseBody().write("taken".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static Row awaitAnswer(DatabaseSession session) {
        for (int attempt = 0; attempt < 100; attempt++) {
            var rows = session.query("select status_code, content, error_msg from net._http_response");
            if (!rows.isEmpty()) {
                return rows.getFirst();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("no answer was recorded");
    }
}
