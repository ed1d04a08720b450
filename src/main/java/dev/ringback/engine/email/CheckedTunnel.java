package dev.ringback.engine.email;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;

import dev.ringback.engine.net.PublicHosts;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Connects the mail client to hosts that tenants named, at the address that was checked. A proxy (RFC 9110 §9.3.6) on this machine's
/// loopback, because the client looks names up itself, and may be answered otherwise than the check was; given an address
/// instead, it could neither name the server it wants nor know its certificate. Who doesn't know the key of this run is refused.
@ApplicationScoped
class CheckedTunnel {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String USER = "ringback";
    private static final int CONNECT_MILLIS = 10_000;
    private static final int KEY_BYTES = 32;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN_USER = 407;
    private static final int BAD_GATEWAY = 502;

    private final Vertx vertx;
    private final PublicHosts hosts;
    private final NetClient client;
    private final HttpServer server;
    private final String key;
    private final Uni<ProxyOptions> listening;

    // A Vert.x of its own, which measures nothing: the application's would count this server among its own, and refuses to where that
    // one's port is a label and this one's, unknown before it listens, is not.
    CheckedTunnel(PublicHosts hosts) {
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        var noFiles = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setFileSystemOptions(noFiles));
        this.hosts = hosts;
        this.key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_MILLIS));
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost(LOOPBACK).setPort(0)).requestHandler(this::serve);
        this.listening = Uni.createFrom().completionStage(server.listen().toCompletionStage()).map(this::options);
    }

    /// For clients that are to connect through it.
    Uni<ProxyOptions> options() {
        return listening;
    }

    // Made at the start, on a thread of neither Vert.x: made by the first mail, it would listen on an event loop of the other one.
    void start(@Observes StartupEvent event) {}

    void stop(@Observes ShutdownEvent event) {
        vertx.close();
    }

    private ProxyOptions options(HttpServer opened) {
        return new ProxyOptions().setType(ProxyType.HTTP).setHost(LOOPBACK).setPort(opened.actualPort()).setUsername(USER).setPassword(key);
    }

    private void serve(HttpServerRequest request) {
        if (!isOurs(request)) {
            request.response().setStatusCode(UNKNOWN_USER).end();
            return;
        }
        request.pause();
        var loop = vertx.getOrCreateContext();
        hosts.find(request.authority().host())
                .emitOn(task -> loop.runOnContext(_ -> task.run()))
                .subscribe().with(found -> tunnel(request, found), _ -> refuse(request, BAD_GATEWAY));
    }

    private boolean isOurs(HttpServerRequest request) {
        var expected = "Basic " + Base64.getEncoder().encodeToString("%s:%s".formatted(USER, key).getBytes(UTF_8));
        var given = String.valueOf(request.getHeader("proxy-authorization"));
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8)) && request.method().equals(HttpMethod.CONNECT)
                && request.authority() != null;
    }

    private void tunnel(HttpServerRequest request, PublicHosts.Found found) {
        switch (found) {
            case PublicHosts.Found.At(var address) -> connect(request, address);
            case PublicHosts.Found.Forbidden _ -> refuse(request, FORBIDDEN);
            case PublicHosts.Found.Missing _ -> refuse(request, BAD_GATEWAY);
        }
    }

    private void connect(HttpServerRequest request, InetAddress address) {
        client.connect(request.authority().port(), address.getHostAddress())
                .onFailure(_ -> refuse(request, BAD_GATEWAY))
                .onSuccess(there -> tunnel(request, there));
    }

    // Paused at once, on its own event loop: a mail server speaks first, and what nobody listens to yet is dropped.
    private static void tunnel(HttpServerRequest request, NetSocket there) {
        there.pause();
        request.toNetSocket().onSuccess(here -> join(here, there)).onFailure(_ -> there.close());
    }

    private static void join(NetSocket here, NetSocket there) {
        here.pipeTo(there);
        there.pipeTo(here);
    }

    private static void refuse(HttpServerRequest request, int status) {
        request.response().setStatusCode(status).end();
    }
}
