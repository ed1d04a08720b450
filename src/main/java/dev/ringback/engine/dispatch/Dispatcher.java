package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.time.Bell;
import dev.ringback.engine.time.Clock;

/// Claims batch after batch and has them settled side by side.
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    // Quick batches are limited by the lanes; this bounds those that take their time.
    private static final int BATCHES_IN_FLIGHT = 16;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private static final Uni<Tick> NOTHING = Uni.createFrom().item(Tick.NOTHING);
    private static final Uni<Tick> END = Uni.createFrom().item(Tick.NOTHING);

    private final Worker worker;
    private final Settlement settlement;
    private final Handlers handlers;
    private final DispatchConfig config;
    private final Clock clock;

    Dispatcher(Worker worker, Settlement settlement, Handlers handlers, DispatchConfig config, Clock clock) {
        this.worker = worker;
        this.settlement = settlement;
        this.handlers = handlers;
        this.config = config;
        this.clock = clock;
    }

    /// Works the queue until it is to stop and what it holds then is settled; looks at it whenever the bell rings, and now and then without.
    public Uni<Void> forEver(Bell bell, BooleanSupplier stopping) {
        var drained = Uni.createFrom().deferred(() -> work(new Drain(config, Drain.FOR_EVER, Integer.MAX_VALUE, stopping), bell)
                .onItem().ignoreAsUni());
        return Uni.combine().any().of(drained, sweeps());
    }

    // Beside the queue, however busy it is. Never answers: it ends with the queue.
    private Uni<Void> sweeps() {
        return Multi.createFrom().ticks().every(config.sweep())
                .onOverflow().drop()
                .onItem().transformToUniAndConcatenate(_ -> worker.sweep().onFailure().invoke(Dispatcher::notSwept).onFailure().recoverWithNull())
                .onItem().ignoreAsUni()
                .chain(() -> Uni.createFrom().nothing());
    }

    private static void notSwept(Throwable failure) {
        LOG.warn("expired leases could not be swept; trying again", failure);
    }

    /// The ticks of what it claimed, until the drain has come to its end.
    Multi<Tick> work(Drain drain, Bell bell) {
        return Multi.createBy().repeating().uni(() -> step(drain, bell)).whilst(step -> step != END)
                .onItem().transformToUni(step -> step)
                .merge(BATCHES_IN_FLIGHT);
    }

    // What is answered is done beside the steps that follow.
    private Uni<Uni<Tick>> step(Drain drain, Bell bell) {
        if (drain.usedUp()) {
            return Uni.createFrom().item(END);
        }
        var step = bell.await(drain.rest(clock.instant())).chain(rung -> act(drain, bell, rung));
        return drain.endless() ? step.onFailure().recoverWithUni(Dispatcher::pause) : step;
    }

    private Uni<Uni<Tick>> act(Drain drain, Bell bell, boolean rung) {
        if (drain.lanesAreFull()) {
            return Uni.createFrom().item(NOTHING);
        }
        if (drain.endless() && drain.foundNothing() && !rung) {
            return look(drain);
        }
        return drain.promotionIsDue() ? Uni.createFrom().item(promotion(drain, bell)) : claim(drain, bell);
    }

    private Uni<Uni<Tick>> look(Drain drain) {
        return worker.look()
                .invoke(sight -> drain.saw(sight, clock.instant()))
                .map(_ -> NOTHING);
    }

    private Uni<Uni<Tick>> claim(Drain drain, Bell bell) {
        var wasIdle = drain.isIdle();
        return worker.claim(drain.nextLimit())
                .chain(claim -> claim.nothingReady() ? promoteNow(drain, wasIdle) : Uni.createFrom().item(settlement(drain, bell, claim)));
    }

    private Uni<Uni<Tick>> promoteNow(Drain drain, boolean wasIdle) {
        return worker.promote()
                .invoke(drain::promoted)
                .map(promoted -> promoted == 0 && wasIdle && !drain.endless() ? lastLook(drain) : NOTHING);
    }

    // What was committed behind the places that the worker remembers is found from the beginning only: a tick ends after such a look.
    private Uni<Tick> lastLook(Drain drain) {
        if (drain.lookedOnceMore()) {
            return END;
        }
        worker.forget();
        return NOTHING;
    }

    private Uni<Tick> promotion(Drain drain, Bell bell) {
        drain.promoting();
        return worker.promote()
                .invoke(drain::promoted)
                .onFailure().invoke(drain::promotionFailed)
                .onFailure(_ -> drain.endless()).recoverWithItem(0)
                .onTermination().invoke(drain::promotionEnded)
                .invoke(bell::ring)
                .replaceWith(Tick.NOTHING);
    }

    private Uni<Tick> settlement(Drain drain, Bell bell, Claim claim) {
        var started = drain.started(claim, handlers.smallestBatch(claim.items()));
        return settlement.settle(claim)
                .onTermination().invoke(() -> drain.ended(started))
                .invoke(bell::ring);
    }

    private static Uni<Uni<Tick>> pause(Throwable failure) {
        LOG.warn("the queue cannot be reached; trying again", failure);
        return Uni.createFrom().item(NOTHING).onItem().delayIt().by(AFTER_FAILURE);
    }
}
