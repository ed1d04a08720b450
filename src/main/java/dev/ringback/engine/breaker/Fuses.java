package dev.ringback.engine.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;

import dev.ringback.engine.time.Clock;

/// Keeps the circuits' states: in Redis for all instances, and here for the time without it.
@ApplicationScoped
class Fuses {

    private static final Logger LOG = Logger.getLogger(Fuses.class);
    private static final String KEY = "ringback:breaker:";
    private static final String REPLACE = """
            if (redis.call('get', KEYS[1]) or '') ~= ARGV[1] then return 0 end
            if ARGV[2] == '' then redis.call('del', KEYS[1]) else redis.call('set', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
            return 1""";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration WITHOUT_REDIS = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 10;

    private final ReactiveRedisDataSource redis;
    private final Clock clock;
    // Only those that are not whole.
    private final Map<Circuit, Fuse> own = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> alone = new AtomicReference<>(Instant.EPOCH);

    Fuses(ReactiveRedisDataSource redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// @param changed whether it was this call that changed it
    record Change(Fuse fuse, boolean changed) {}

    /// As it was when it was last read or written here.
    Fuse lastKnown(Circuit circuit) {
        return own.getOrDefault(circuit, Fuse.WHOLE);
    }

    Uni<Fuse> read(Circuit circuit) {
        return isAlone() ? Uni.createFrom().item(lastKnown(circuit))
                : shared(circuit).onFailure().recoverWithItem(failure -> alone(circuit, failure));
    }

    Uni<Change> change(Circuit circuit, UnaryOperator<Fuse> next) {
        return isAlone() ? Uni.createFrom().item(() -> changeOwn(circuit, next))
                : changeShared(circuit, next, MOST_TRIES).onFailure().recoverWithItem(failure -> {
                    alone(circuit, failure);
                    return changeOwn(circuit, next);
                });
    }

    private Uni<Fuse> shared(Circuit circuit) {
        return redis.execute("GET", KEY + circuit.name()).map(Fuses::fuse).invoke(fuse -> remember(circuit, fuse));
    }

    private Uni<Change> changeShared(Circuit circuit, UnaryOperator<Fuse> next, int tries) {
        return shared(circuit).chain(before -> {
            var after = next.apply(before);
            return after.equals(before) ? Uni.createFrom().item(new Change(before, false))
                    : replace(circuit, before, after).chain(done -> done || tries == 1
                            ? Uni.createFrom().item(new Change(after, done))
                            : changeShared(circuit, next, tries - 1));
        });
    }

    private Uni<Boolean> replace(Circuit circuit, Fuse before, Fuse after) {
        return redis.execute("EVAL", REPLACE, "1", KEY + circuit.name(), before.text(), after.text(), Long.toString(KEPT.toMillis()))
                .map(response -> response.toInteger() == 1)
                .invoke(done -> remember(circuit, done ? after : before));
    }

    private Change changeOwn(Circuit circuit, UnaryOperator<Fuse> next) {
        var before = new AtomicReference<>(Fuse.WHOLE);
        var after = own.compute(circuit, (_, held) -> {
            before.set(held == null ? Fuse.WHOLE : held);
            return kept(next.apply(before.get()));
        });
        var fuse = after == null ? Fuse.WHOLE : after;
        return new Change(fuse, !fuse.equals(before.get()));
    }

    private void remember(Circuit circuit, Fuse fuse) {
        own.compute(circuit, (_, _) -> kept(fuse));
    }

    private static Fuse kept(Fuse fuse) {
        return fuse.isWhole() ? null : fuse;
    }

    private boolean isAlone() {
        return alone.get().isAfter(clock.instant());
    }

    // Not asked for each message, since what doesn't answer is waited for each time.
    private Fuse alone(Circuit circuit, Throwable failure) {
        LOG.debugf("circuits are this instance's own for now: %s", failure);
        alone.set(clock.instant().plus(WITHOUT_REDIS));
        return lastKnown(circuit);
    }

    private static Fuse fuse(Response response) {
        return response == null ? Fuse.WHOLE : Fuse.parse(response.toString());
    }
}
