package dev.ringback.engine.email;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;

import dev.ringback.engine.channel.SenderIdentity;

/// One client per server and login, made when first needed. Tenants' servers are reached through [CheckedTunnel].
@ApplicationScoped
class SmtpClients {

    private static final int MOST_CLIENTS = 256;
    private static final int MOST_CONNECTIONS = 4;
    private static final int IMPLICIT_TLS_PORT = 465;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final EmailConfig.Smtp own;
    private final CheckedTunnel tunnel;
    private final Map<Login, MailClient> clients = new ConcurrentHashMap<>();

    private record Login(String host, int port, String username, String password) {}

    SmtpClients(Vertx vertx, EmailConfig config, CheckedTunnel tunnel) {
        this.vertx = vertx;
        this.own = config.smtp();
        this.tunnel = tunnel;
    }

    Uni<MailClient> of(SenderIdentity identity) {
        var server = identity.server();
        if (server == null) {
            var login = new Login(own.host(), own.port(), own.username().orElse(null), own.password().orElse(null));
            return Uni.createFrom().item(() -> kept(login, Optional.empty()));
        }
        var port = server.port() == null ? own.port() : server.port();
        var login = new Login(server.host(), port, server.username(), identity.secret());
        var caller = vertx.getOrCreateContext();
        return tunnel.options().emitOn(caller::runOnContext).map(proxy -> kept(login, Optional.of(proxy)));
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    private MailClient kept(Login login, Optional<ProxyOptions> proxy) {
        if (clients.size() > MOST_CLIENTS) {
            close();
        }
        return clients.computeIfAbsent(login, _ -> MailClient.create(vertx, config(login, proxy)));
    }

    private void close() {
        clients.keySet().forEach(login -> clients.remove(login).close());
    }

    private MailConfig config(Login login, Optional<ProxyOptions> proxy) {
        var config = new MailConfig()
                .setHostname(login.host())
                .setPort(login.port())
                .setSsl(login.port() == IMPLICIT_TLS_PORT)
                .setStarttls(own.requireTls() ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) own.timeout().toMillis())
                .setIdleTimeout((int) own.timeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout((int) IDLE.toSeconds())
                .setLogin(login.username() == null ? LoginOption.DISABLED : LoginOption.REQUIRED);
        proxy.ifPresent(config::setProxyOptions);
        own.trustedCertificates().ifPresent(path -> config.setPemTrustOptions(new PemTrustOptions().addCertPath(path)));
        return login.username() == null ? config : config.setUsername(login.username()).setPassword(login.password());
    }
}
