package dev.ringback.engine.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/// Makes what the container would make.
public final class Connections {

    record Environment(EnvironmentConfig.Environment environment) implements EnvironmentConfig {}

    record Net(Optional<Set<String>> testHosts, boolean allowPrivate) implements NetConfig {}

    private Connections() {}

    public static ApiHttp api(Vertx vertx) {
        return new ApiHttp(vertx);
    }

    public static PublicHttp publicHttp(Vertx vertx, String... addresses) {
        return new PublicHttp(vertx, publicHosts(addresses));
    }

    /// Where 127.0.0.1 counts as public, and 127.0.0.2 as what it is. Names have the addresses given at each look-up, the last one
    /// again and again.
    public static PublicHosts publicHosts(String... addresses) {
        var left = new ArrayDeque<>(List.of(addresses));
        HostResolver resolver = name -> left.isEmpty()
                ? Uni.createFrom().failure(new UnknownHostException(name))
                : Uni.createFrom().item(List.of(InetAddress.ofLiteral(left.size() > 1 ? left.remove() : left.element())));
        return new PublicHosts(resolver, reachable(true), address -> PublicAddress.test(address) || address.getHostAddress().equals("127.0.0.1"));
    }

    /// As in production, or as in a test that may reach this machine and the hosts.
    public static Reachable reachable(boolean live, String... hosts) {
        var environment = live ? EnvironmentConfig.Environment.LIVE : EnvironmentConfig.Environment.TEST;
        return new Reachable(new Environment(environment), new Net(Optional.of(Set.of(hosts)), false));
    }
}
