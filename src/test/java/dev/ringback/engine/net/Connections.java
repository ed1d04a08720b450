package dev.ringback.engine.net;

import java.net.UnknownHostException;
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

    /// Where 127.0.0.1 counts as public, and 127.0.0.2 as what it is.
    public static PublicHttp publicHttp(Vertx vertx) {
        HostResolver nobody = name -> Uni.createFrom().failure(new UnknownHostException(name));
        var hosts = new PublicHosts(nobody, reachable(true), address -> PublicAddress.test(address) || address.getHostAddress().equals("127.0.0.1"));
        return new PublicHttp(vertx, hosts);
    }

    /// As in production, or as in a test that may reach this machine and the hosts.
    public static Reachable reachable(boolean live, String... hosts) {
        var environment = live ? EnvironmentConfig.Environment.LIVE : EnvironmentConfig.Environment.TEST;
        return new Reachable(new Environment(environment), new Net(Optional.of(Set.of(hosts)), false));
    }
}
