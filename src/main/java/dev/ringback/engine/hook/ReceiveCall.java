package dev.ringback.engine.hook;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.inbox.Arrival;
import dev.ringback.engine.inbox.Intake;
import dev.ringback.engine.inbox.Received;
import dev.ringback.engine.signature.HookCall;
import dev.ringback.engine.time.Clock;

/// Takes a provider's call.
@ApplicationScoped
class ReceiveCall {

    private final Hooks hooks;
    private final Intake intake;
    private final Clock clock;

    ReceiveCall(Hooks hooks, Intake intake, Clock clock) {
        this.hooks = hooks;
        this.intake = intake;
        this.clock = clock;
    }

    /// Stored and committed when it answers. A repeated delivery is answered like the first one.
    Uni<Received> receive(String provider, HookCall call) {
        var hook = hooks.of(provider);
        if (!hook.signature().verifies(call, clock.instant())) {
            throw new Problem(401, "INVALID_SIGNATURE", "The signature does not verify");
        }
        return intake.store(new Arrival(provider, hook.eventId().apply(call), call.contentType(), call.query(), call.body())).map(Received::new);
    }
}
