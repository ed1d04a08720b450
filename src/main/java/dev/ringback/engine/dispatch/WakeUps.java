package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;

import dev.ringback.engine.run.JobBudget;

/// Makes the tick come at once after a commit that enqueued work: in this instance by a hint, in the others by Redis. Only
/// speed: a hint that is lost costs the time until the next tick.
@ApplicationScoped
public class WakeUps {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);
    private static final String CHANNEL = "ringback:wake-up";
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final DispatchDue dispatch;
    private final ReactiveRedisDataSource redis;
    private final WakeUpConfig config;
    private final AtomicReference<MultiEmitter<? super String>> bell = new AtomicReference<>();
    private final AtomicReference<Cancellable> listening = new AtomicReference<>(() -> {});

    WakeUps(DispatchDue dispatch, ReactiveRedisDataSource redis, WakeUpConfig config) {
        this.dispatch = dispatch;
        this.redis = redis;
        this.config = config;
    }

    /// Call after the commit. Answers at once; many rings while a tick runs are one more tick.
    public void ring() {
        var emitter = bell.get();
        if (emitter != null) {
            emitter.emit(CHANNEL);
        }
    }

    // The one subscription of this class: it lives as long as the instance.
    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            listening.set(Multi.createBy().merging().streams(ownHints(), hintsOfOthers())
                    .onOverflow().dropPreviousItems()
                    .onItem().transformToUniAndConcatenate(_ -> tick())
                    .subscribe().with(_ -> {}, failure -> LOG.error("wake-ups ended; the ticks go on", failure)));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        listening.get().cancel();
    }

    private Multi<String> ownHints() {
        return Multi.createFrom().<String>emitter(bell::set, BackPressureStrategy.LATEST)
                .onItem().transformToUniAndConcatenate(hint -> tellOthers().replaceWith(hint));
    }

    // Each hint heard here is a tick and nothing more, or two instances would wake each other for ever.
    private Multi<String> hintsOfOthers() {
        return redis.pubsub(String.class).subscribe(CHANNEL)
                .onFailure().retry().withBackOff(FIRST_RETRY, LONGEST_RETRY).indefinitely();
    }

    private Uni<Void> tellOthers() {
        return redis.pubsub(String.class).publish(CHANNEL, CHANNEL).onFailure().recoverWithNull();
    }

    private Uni<Void> tick() {
        return dispatch.run(JobBudget.OWN).replaceWithVoid()
                .onFailure().invoke(failure -> LOG.warn("a wake-up's tick failed; the next one tries again", failure))
                .onFailure().recoverWithNull();
    }
}
