package dev.ringback.engine.net;

import java.util.Optional;
import java.util.Set;

import io.vertx.mutiny.core.Vertx;

/// Makes what the container would make.
public final class Connections {

    record Environment(EnvironmentConfig.Environment environment) implements EnvironmentConfig {}

    record Net(Optional<Set<String>> testHosts, boolean allowPrivate) implements NetConfig {}

    private Connections() {}

    public static ApiHttp api(Vertx vertx) {
        return new ApiHttp(vertx);
    }

    /// As in production, or as in a test that may reach this machine and the hosts.
    public static Reachable reachable(boolean live, String... hosts) {
        var environment = live ? EnvironmentConfig.Environment.LIVE : EnvironmentConfig.Environment.TEST;
        return new Reachable(new Environment(environment), new Net(Optional.of(Set.of(hosts)), false));
    }
}
