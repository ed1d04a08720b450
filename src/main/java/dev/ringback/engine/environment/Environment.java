package dev.ringback.engine.environment;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Whether this is the project that the database sends for.
@ApplicationScoped
public class Environment {

    static final String FIRST_SENDER = "first-sender";

    private final EnvironmentRepository environments;
    private final Clock clock;
    private final String project;
    private final AtomicBoolean recorded = new AtomicBoolean();

    Environment(EnvironmentRepository environments, EnvironmentConfig config, Clock clock) {
        this.environments = environments;
        this.clock = clock;
        this.project = config.project().map(Environment::ref).orElse(null);
    }

    /// Null where the installation knows none: then the database cluster is what is compared.
    public String project() {
        return project;
    }

    /// A database that has sent for nobody sends for us from now on.
    public Uni<Void> record(Tx tx) {
        return recorded.get() ? Uni.createFrom().voidItem()
                : environments.record(tx, project, FIRST_SENDER, clock.instant()).invoke(_ -> recorded.set(true)).replaceWithVoid();
    }

    // `https://<ref>.supabase.co`, or wherever a project of one's own is.
    private static String ref(String url) {
        var host = URI.create(url).getHost();
        return host == null ? url : host.replaceFirst("\\.supabase\\.co$", "");
    }
}
