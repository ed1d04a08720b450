package dev.ringback.engine.breaker;

import java.lang.reflect.Proxy;
import java.time.Duration;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.time.Clock;

/// Makes what the container would make.
public final class Breakers {

    static final BreakerConfig CONFIG = new Config(3, Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(1));

    private record Config(int failures, Duration pause, Duration longestPause, Duration probe) implements BreakerConfig {}

    private Breakers() {}

    /// Without Redis: open after three failures, for half a minute.
    public static Circuits alone(Clock clock) {
        return with(gone(), clock);
    }

    static Circuits with(ReactiveRedisDataSource store, Clock clock) {
        return new Circuits(new Fuses(store, clock), CONFIG, clock);
    }

    static ReactiveRedisDataSource gone() {
        return (ReactiveRedisDataSource) Proxy.newProxyInstance(Breakers.class.getClassLoader(), new Class<?>[]{ReactiveRedisDataSource.class},
                (_, _, _) -> Uni.createFrom().failure(new IllegalStateException("connection refused")));
    }
}
