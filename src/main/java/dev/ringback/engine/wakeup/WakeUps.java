package dev.ringback.engine.wakeup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;

import dev.ringback.engine.dispatch.Dispatcher;
import dev.ringback.engine.time.Bell;

/// Has an always-on instance work the queue all the time, and at once after a commit that enqueued work: this instance by its bell, the
/// others by Redis. A hint that is lost costs the time until the next poll.
@ApplicationScoped
public class WakeUps {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);
    private static final String CHANNEL = "ringback:wake-up";
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private final ReactiveRedisDataSource redis;
    private final WakeUpConfig config;
    private final Bell bell = new Bell();
    private final AtomicReference<MultiEmitter<? super String>> telling = new AtomicReference<>();
    private final AtomicReference<List<Cancellable>> hints = new AtomicReference<>(List.of());
    private final AtomicReference<CompletableFuture<Void>> work = new AtomicReference<>(CompletableFuture.completedFuture(null));
    private final AtomicBoolean stopping = new AtomicBoolean();

    WakeUps(Dispatcher dispatcher, ReactiveRedisDataSource redis, WakeUpConfig config) {
        this.dispatcher = dispatcher;
        this.redis = redis;
        this.config = config;
    }

    /// Whether this instance hears of its own commits, and needs no doorbell from the database.
    public boolean areOn() {
        return config.enabled();
    }

    /// Call after the commit. Answers at once; our own look does not wait for the telling.
    public void ring() {
        if (config.enabled()) {
            bell.ring();
            telling.get().emit(CHANNEL);
        }
    }

    // The subscriptions of this class: they live as long as the instance.
    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            hints.set(List.of(tellOthers().subscribe().with(_ -> {}, failure -> LOG.error("others are not told any more", failure)),
                    hintsOfOthers().subscribe().with(_ -> bell.ring(), failure -> LOG.error("others are not heard any more", failure))));
            work.set(dispatcher.forEver(bell, stopping::get).onFailure().invoke(failure -> LOG.error("the queue is left to the ticks", failure))
                    .subscribeAsCompletionStage());
        }
    }

    // What was claimed is brought to its end: a send that is cut off in the middle would be uncertain.
    void stop(@Observes ShutdownEvent event) {
        stopping.set(true);
        bell.ring();
        hints.getAndSet(List.of()).forEach(Cancellable::cancel);
        work.get().completeOnTimeout(null, config.patience().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> null).join();
    }

    // Many hints while one is being told are one more.
    private Multi<Void> tellOthers() {
        return Multi.createFrom().<String>emitter(telling::set, BackPressureStrategy.LATEST)
                .onItem().transformToUniAndConcatenate(hint -> redis.pubsub(String.class).publish(CHANNEL, hint).onFailure().recoverWithNull());
    }

    // Not told on, or two instances would wake each other for ever.
    private Multi<String> hintsOfOthers() {
        return redis.pubsub(String.class).subscribe(CHANNEL)
                .onFailure().retry().withBackOff(FIRST_RETRY, LONGEST_RETRY).indefinitely();
    }
}
