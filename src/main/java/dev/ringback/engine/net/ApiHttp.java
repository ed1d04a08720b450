package dev.ringback.engine.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;

/// Calls addresses of our own configuration. Redirects are not followed.
@ApplicationScoped
public class ApiHttp {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    // What the other side closes while a request is on its way is silence, so idle connections are given up before that.
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_CONNECTIONS = 16;
    private static final int MOST_WAITING = 256;
    private static final int MOST_BYTES = 1_048_576;

    private final Exchange exchange;

    ApiHttp(Vertx vertx) {
        var options = new HttpClientOptions().setMaxPoolSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING)
                .setConnectTimeout((int) CONNECT.toMillis()).setKeepAliveTimeout((int) KEPT.toSeconds());
        this.exchange = new Exchange(vertx.createHttpClient(options), MOST_BYTES);
    }

    /// Fails with [NotConnected] when no byte of the request can have left; every other failure is silence.
    ///
    /// @param patience how long an answer may take once connected
    public Uni<RawAnswer> call(String method, URI uri, Map<String, String> headers, byte[] body, Duration patience) {
        var options = new RequestOptions().setMethod(HttpMethod.valueOf(method)).setAbsoluteURI(uri.toString())
                .setConnectTimeout(CONNECT.toMillis());
        headers.forEach(options::putHeader);
        return exchange.run(options, body, patience);
    }
}
