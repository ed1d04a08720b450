package dev.ringback.engine.net;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/// The machine's resolver, on a worker thread. Names are absolute: the machine's search domains are not tried.
@ApplicationScoped
class SystemResolver implements HostResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;

    SystemResolver(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Uni<List<InetAddress>> resolve(String name) {
        return vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(name + ".")), false)
                .ifNoItem().after(PATIENCE).fail();
    }
}
