package dev.ringback.engine.net;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

/// Whom the environment lets us connect to: keys of a copy of production, or keys pasted into a test, reach nobody.
@ApplicationScoped
public class Reachable {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final EnvironmentConfig environment;
    private final NetConfig config;

    Reachable(EnvironmentConfig environment, NetConfig config) {
        this.environment = environment;
        this.config = config;
    }

    public boolean provider(URI uri) {
        return uri.getHost() != null && host(uri.getHost());
    }

    public boolean host(String name) {
        var host = name.toLowerCase(Locale.ROOT);
        return switch (environment.environment()) {
            case LIVE -> true;
            case TEST -> THIS_MACHINE.contains(host) || config.testHosts().filter(hosts -> hosts.contains(host)).isPresent();
        };
    }
}
