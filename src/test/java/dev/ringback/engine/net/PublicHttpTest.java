package dev.ringback.engine.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mutiny.core.Vertx;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;

import dev.ringback.testing.Certificate;

import static org.assertj.core.api.Assertions.assertThat;

/// Over real connections. 127.0.0.2 plays a public address here, 127.0.0.1 the machine's own.
class PublicHttpTest {

    private static final Duration LATEST = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> lookedUp = new ArrayList<>();
    private HttpServer outside;
    private HttpServer inside;

    @BeforeEach
    void serve() throws IOException {
        outside = server("127.0.0.2");
        inside = server("127.0.0.1");
    }

    @AfterEach
    void close() {
        outside.stop(0);
        inside.stop(0);
        vertx.close().await().atMost(LATEST);
    }

    @Test
    void a_name_that_changes_its_address_after_it_was_checked_is_met_where_it_was_checked() {
        // Given
        var http = http(rebinding("127.0.0.2", "127.0.0.1"), new HttpClientOptions());

        // When
        var answer = ask(http, "http://shop.example:%d/contact?a=1".formatted(outside.getAddress().getPort()));

        // Then
        assertThat(answer).isInstanceOf(PublicAnswer.Answered.class);
        assertThat(asked).containsExactly("127.0.0.2 shop.example:%d /contact?a=1".formatted(outside.getAddress().getPort()));
        assertThat(lookedUp).containsExactly("shop.example");
    }

    @Test
    void a_name_that_leads_inside_is_not_asked() {
        // Given
        var http = http(rebinding("127.0.0.1"), new HttpClientOptions());

        // When
        var answer = ask(http, "http://shop.example:%d/".formatted(inside.getAddress().getPort()));

        // Then
        assertThat(answer).isEqualTo(new PublicAnswer.Forbidden("address_not_public"));
        assertThat(refusal(http, "http://shop.example/")).contains("address_not_public");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_redirect_is_handed_back_not_followed() {
        // Given
        outside.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("location", "http://127.0.0.1:%d/".formatted(inside.getAddress().getPort()));
            exchange.sendResponseHeaders(302, -1);
        });

        // When
        var answer =
                ask(http(rebinding("127.0.0.2"), new HttpClientOptions()), "http://shop.example:%d/away".formatted(outside.getAddress().getPort()));

        // Then
        assertThat(((PublicAnswer.Answered) answer).answer().status()).isEqualTo(302);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://shop.example/", "file:///etc/passwd", "http://user@shop.example/", "http://user:key@127.0.0.2/",
            "http://shop.example:22/",
            "http://shop.example:25/", "http://shop.example:0/", "http://shop.example:70000/", "gopher://shop.example:8080/", "mailto:a@b.example",
            "/path"})
    void other_protocols_users_and_ports_are_forbidden(String uri) {
        // Given
        var http = http(_ -> Uni.createFrom().failure(new AssertionError(uri)), new HttpClientOptions());

        // When
        var answer = ask(http, uri);

        // Then
        assertThat(answer).isEqualTo(new PublicAnswer.Forbidden("address_malformed"));
        assertThat(refusal(http, uri)).contains("address_malformed");
    }

    @Test
    void nobody_there_is_told_from_silence() throws IOException {
        // Given
        outside.stop(0);
        var port = outside.getAddress().getPort();

        // When
        var answer = ask(http(rebinding("127.0.0.2"), new HttpClientOptions()), "http://shop.example:%d/".formatted(port));

        // Then
        assertThat(answer).isEqualTo(new PublicAnswer.Unreached("unreachable"));
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        // Given
        outside.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[65_536]);
                }
            }
        });

        // When
        var failed = http(rebinding("127.0.0.2"), new HttpClientOptions())
                .ask(get("http://shop.example:%d/endless".formatted(outside.getAddress().getPort()))).onItemOrFailure()
                .transform((_, failure) -> failure instanceof IllegalStateException).await().atMost(LATEST);

        // Then
        assertThat(failed).isTrue();
    }

    @Test
    void the_certificate_must_be_the_names_and_the_server_is_told_the_name(@TempDir Path folder) throws Exception {
        // Given
        var certificate = Certificate.of("shop.example", folder);
        var names = new CopyOnWriteArrayList<String>();
        var tls = tlsServer(certificate.context(), names);
        var trusting = new HttpClientOptions().setTrustOptions(new PemTrustOptions().addCertPath(certificate.pem().toString()));
        var http = http(rebinding("127.0.0.2"), trusting);
        var port = tls.getAddress().getPort();

        // When
        var answers = List.of(ask(http, "https://shop.example:%d/".formatted(port)), ask(http, "https://other.example:%d/".formatted(port)));

        // Then
        tls.stop(0);
        assertThat(answers.getFirst()).isInstanceOf(PublicAnswer.Answered.class);
        assertThat(answers.getLast()).isEqualTo(new PublicAnswer.Unreached("unreachable"));
        assertThat(names).containsExactly("shop.example");
    }

    private HttpServer server(String address) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
        server.createContext("/", exchange -> {
            asked.add("%s %s %s".formatted(address, exchange.getRequestHeaders().getFirst("host"), exchange.getRequestURI()));
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        return server;
    }

    private static HttpsServer tlsServer(SSLContext context, List<String> names) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            ((ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession()).getRequestedServerNames()
                    .forEach(name -> names.add(((SNIHostName) name).getAsciiName()));
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        return server;
    }

    /// Answers another address at each look-up, the last one again and again.
    private HostResolver rebinding(String... addresses) {
        return name -> {
            lookedUp.add(name);
            return Uni.createFrom().item(List.of(InetAddress.ofLiteral(addresses[Math.min(lookedUp.size(), addresses.length) - 1])));
        };
    }

    private PublicHttp http(HostResolver resolver, HttpClientOptions options) {
        var hosts = new PublicHosts(resolver, Connections.reachable(true),
                address -> PublicAddress.test(address) || address.getHostAddress().equals("127.0.0.2"));
        return new PublicHttp(vertx, hosts, options);
    }

    private static PublicAnswer ask(PublicHttp http, String uri) {
        return http.ask(get(uri)).await().atMost(LATEST);
    }

    private static Optional<String> refusal(PublicHttp http, String uri) {
        return http.refusal(URI.create(uri)).await().atMost(LATEST);
    }

    private static PublicHttp.Request get(String uri) {
        return new PublicHttp.Request("GET", URI.create(uri), Map.of(), new byte[0], Duration.ofSeconds(5));
    }
}
