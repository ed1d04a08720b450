package dev.ringback.engine.net;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;

/// Asks addresses that somebody else named, public ones only, and connects to the address that was checked under the name that was
/// given. Redirects are not followed: whoever follows one asks here again.
@ApplicationScoped
public class PublicHttp {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 2_097_152;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LAST_PORT = 65_535;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final PublicHosts hosts;
    private final Exchange exchange;

    /// @param patience how long an answer may take once connected
    public record Request(String method, URI uri, Map<String, String> headers, byte[] body, Duration patience) {}

    @Inject
    PublicHttp(Vertx vertx, PublicHosts hosts) {
        this(vertx, hosts, new HttpClientOptions());
    }

    PublicHttp(Vertx vertx, PublicHosts hosts, HttpClientOptions options) {
        this.hosts = hosts;
        this.exchange = new Exchange(vertx.createHttpClient(options.setKeepAlive(false).setConnectTimeout((int) CONNECT.toMillis())), MOST_BYTES);
    }

    public Uni<PublicAnswer> ask(Request request) {
        var uri = request.uri();
        if (isMalformed(uri)) {
            return Uni.createFrom().item(new PublicAnswer.Forbidden("address_malformed"));
        }
        return hosts.find(uri.getHost()).chain(found -> switch (found) {
            case PublicHosts.Found.Forbidden(var reason) -> Uni.createFrom().item(new PublicAnswer.Forbidden(reason));
            case PublicHosts.Found.Missing(var reason) -> Uni.createFrom().item(new PublicAnswer.Unreached(reason));
            case PublicHosts.Found.At(var address) -> ask(request, address);
        });
    }

    /// Why it would not be asked, as things are: `address_malformed`, `host_malformed`, `address_not_public`. Empty where nothing
    /// speaks against it, for example while its name is not known yet.
    public Uni<Optional<String>> refusal(URI uri) {
        return isMalformed(uri) ? Uni.createFrom().item(Optional.of("address_malformed"))
                : hosts.find(uri.getHost())
                        .map(found -> found instanceof PublicHosts.Found.Forbidden(var reason) ? Optional.of(reason) : Optional.empty());
    }

    private Uni<PublicAnswer> ask(Request request, InetAddress address) {
        var uri = request.uri();
        var options = new RequestOptions().setMethod(HttpMethod.valueOf(request.method())).setConnectTimeout(CONNECT.toMillis())
                .setServer(SocketAddress.inetSocketAddress(port(uri), address.getHostAddress()))
                .setHost(uri.getHost()).setPort(port(uri)).setSsl(isTls(uri)).setURI(target(uri));
        request.headers().forEach(options::putHeader);
        return exchange.run(options, request.body(), request.patience())
                .<PublicAnswer>map(PublicAnswer.Answered::new)
                .onFailure(NotConnected.class).recoverWithItem(new PublicAnswer.Unreached("unreachable"));
    }

    private static String target(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : "%s?%s".formatted(path, uri.getRawQuery());
    }

    private static boolean isMalformed(URI uri) {
        return !isHttp(uri) || uri.getHost() == null || uri.getRawUserInfo() != null || !isUsual(port(uri));
    }

    private static boolean isHttp(URI uri) {
        return isTls(uri) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    // Below are other protocols, some of which do what a text says that was meant for HTTP.
    private static boolean isUsual(int port) {
        return port == HTTP || port == HTTPS || port >= FIRST_FREE_PORT && port <= LAST_PORT;
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isTls(uri) ? HTTPS : HTTP;
    }
}
