package dev.ringback.engine.time;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/// Makes the clock that the configuration asks for.
@ApplicationScoped
class Clocks {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @throws IllegalStateException when time could be moved beside a project that is not on this machine: its people would
    ///     be written to at the wrong hour
    @Startup
    @Produces
    @Singleton
    Clock clock(ClockConfig config, @ConfigProperty(name = "ringback.security.supabase-url") Optional<URI> project) {
        return switch (config.mode()) {
            case SYSTEM -> new SystemClock();
            case SETTABLE -> {
                if (project.filter(url -> !LOOPBACK.contains(url.getHost())).isPresent()) {
                    throw new IllegalStateException("ringback.clock=settable is refused beside a Supabase project that is not local");
                }
                yield new SettableClock();
            }
        };
    }
}
