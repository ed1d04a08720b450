package dev.ringback.engine.time;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/// Wakes the one who waits. A ring that nobody awaits is kept for the next wait; many are one.
public final class Bell {

    // Vert.x has no shorter timers.
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicReference<UniEmitter<? super Boolean>> sleeper = new AtomicReference<>();

    public void ring() {
        rung.set(true);
        wake();
    }

    /// Answers true as soon as it is rung, false when nobody did in time.
    public Uni<Boolean> await(Duration atMost) {
        if (rung.getAndSet(false)) {
            return Uni.createFrom().item(true);
        }
        if (!atMost.isPositive()) {
            return Uni.createFrom().item(false);
        }
        return Uni.createFrom().<Boolean>emitter(this::sleep).ifNoItem().after(atMost.compareTo(SHORTEST) < 0 ? SHORTEST : atMost)
                .recoverWithItem(false);
    }

    private void sleep(UniEmitter<? super Boolean> emitter) {
        sleeper.set(emitter);
        if (rung.get()) {
            wake();
        }
    }

    private void wake() {
        var waiting = sleeper.getAndSet(null);
        if (waiting != null) {
            rung.set(false);
            waiting.complete(true);
        }
    }
}
