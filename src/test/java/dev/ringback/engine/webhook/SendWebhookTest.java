package dev.ringback.engine.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.mutiny.core.Vertx;

import com.sun.net.httpserver.HttpServer;

import dev.ringback.engine.inbox.StandardWebhooks;
import dev.ringback.engine.inbox.StandardWebhooks.Signed;
import dev.ringback.engine.net.Connections;
import dev.ringback.engine.time.SettableClock;
import dev.ringback.engine.work.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/// Over real connections. 127.0.0.1 plays a public address here, 127.0.0.2 the machine's own.
class SendWebhookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2026-03-02T15:30:00Z");
    private static final Duration LATEST = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final List<Signed> told = new CopyOnWriteArrayList<>();
    private HttpServer outside;
    private HttpServer inside;
    private int status = 204;

    private record Config(Duration timeout) implements WebhookConfig {}

    @BeforeEach
    void serve() throws IOException {
        outside = server("127.0.0.1");
        inside = server("127.0.0.2");
    }

    @AfterEach
    void close() {
        outside.stop(0);
        inside.stop(0);
        vertx.close().await().atMost(LATEST);
    }

    @Test
    void an_event_is_signed_and_verifies() {
        // When
        var outcome = send("http://shop.example:%d/hooks".formatted(outside.getAddress().getPort()), "127.0.0.1");

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Done());
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("hot_lead.raised:1");
            assertThat(StandardWebhooks.verify(event, List.of(SECRET), NOW)).isTrue();
            assertThat(new String(event.body())).contains("\"type\":\"hot_lead.raised\"", "\"score\":90");
        });
    }

    @ParameterizedTest
    @CsvSource({"200, Done", "204, Done", "301, Failed", "302, Failed", "307, Failed", "400, Failed", "401, Failed", "404, Failed",
            "410, Cancelled", "429, Failed", "500, Failed", "503, Failed"})
    void each_answer_means(int answered, String meaning) {
        // Given
        status = answered;

        // When
        var outcome = send("http://shop.example:%d/hooks".formatted(outside.getAddress().getPort()), "127.0.0.1");

        // Then
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(told).as("no redirect is followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://100.64.0.1/", "http://127.0.0.2/",
            "http://localhost/", "http://[::1]/", "http://169.254.1.1/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/",
            "http://[fd00:ec2::254]/", "http://[::ffff:10.0.0.1]/", "http://[::ffff:127.0.0.2]/", "http://[::ffff:a9fe:a9fe]/",
            "http://[64:ff9b::a9fe:a9fe]/", "http://0.0.0.0/", "http://0x7f000002/", "http://2130706434/", "http://127.2/"})
    void an_address_inside_is_never_asked(String url) {
        // When
        var outcome = send(url, "127.0.0.2");

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "::1", "fe80::1"})
    void a_name_that_leads_inside_is_never_asked(String address) {
        // When
        var outcome = send("http://shop.example:%d/".formatted(inside.getAddress().getPort()), address);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Cancelled("webhook_address_not_public"));
        assertThat(told).isEmpty();
    }

    @Test
    void a_name_that_changes_its_address_after_it_was_checked_is_met_where_it_was_checked() {
        // When
        var outcome = send("http://shop.example:%d/".formatted(outside.getAddress().getPort()), "127.0.0.1", "127.0.0.2");

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Done());
        assertThat(told).hasSize(1);
    }

    @Test
    void a_redirect_to_an_address_inside_is_an_answer_and_no_way() {
        // Given
        outside.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("location", "http://127.0.0.2:%d/".formatted(inside.getAddress().getPort()));
            exchange.sendResponseHeaders(307, -1);
        });

        // When
        var outcome = send("http://shop.example:%d/away".formatted(outside.getAddress().getPort()), "127.0.0.1");

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Failed("webhook_307"));
        assertThat(told).isEmpty();
    }

    private Outcome send(String url, String... addresses) {
        var clock = new SettableClock();
        clock.set(NOW);
        var http = Connections.publicHttp(vertx, addresses);
        var event = Map.<String, Object>of("id", "hot_lead.raised:1", "url", url, "secret_name", "s", "body",
                Map.of("type", "hot_lead.raised", "timestamp", NOW.toString(), "data", Map.of("score", 90)));
        return new SendWebhook(null, null, http, new Config(Duration.ofSeconds(5)), clock).send(event, SECRET).await().atMost(LATEST);
    }

    private HttpServer server(String address) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            told.add(new Signed(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        });
        server.start();
        return server;
    }
}
