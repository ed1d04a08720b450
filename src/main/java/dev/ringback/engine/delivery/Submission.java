package dev.ringback.engine.delivery;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.WorkFailure;

/// Hands one message to its provider, or asks the provider about it, and says what came of it. Never fails: no answer is one.
@ApplicationScoped
class Submission {

    private static final Logger LOG = Logger.getLogger(Submission.class);

    private final Clock clock;

    Submission(Clock clock) {
        this.clock = clock;
    }

    /// Of a message that has passed the gate.
    Uni<Result> submit(Ready ready) {
        return Uni.createFrom().deferred(() -> ready.sender().send(ready.outgoing()))
                .map(delivery -> result(ready, delivery))
                .onFailure().recoverWithItem(failure -> unanswered(ready, failure));
    }

    /// Of a message that may have left. The provider's not having it means that it is still to be sent.
    Uni<Result> ask(Ready ready) {
        return Uni.createFrom().deferred(() -> ready.sender().find(ready.outgoing()))
                .map(found -> found.map(delivery -> result(ready, delivery)).orElseGet(() -> back(ready)))
                .onFailure().recoverWithItem(failure -> unanswered(ready, failure));
    }

    private Result result(Ready ready, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted(var providerId) -> taken(ready, providerId);
            case Delivery.RetryAfter(var at) -> Result.ended(kept(ready, "provider_asked_to_wait").until(at),
                    new Outcome.Snoozed(at, "provider asked to wait"));
            case Delivery.Refused(var reason, var permanent) when permanent -> Result.ended(Ending.failed(ready.id(), "provider", reason),
                    new Outcome.Cancelled(reason));
            case Delivery.Refused(var reason, var _) -> Result.ended(kept(ready, reason), new Outcome.Failed(reason));
        };
    }

    private Result taken(Ready ready, String providerId) {
        var message = ready.message();
        var provider = ready.sender().provider();
        LOG.infof("sent message=%s step=%s channel=%s provider=%s tenant=%s", message.id(), message.step(), message.channel().word(), provider,
                message.subject().tenant());
        return Result.taken(new ProviderEvent(message.id(), provider, providerId, "submission", MessageStatus.SENT, clock.instant(), Map.of()));
    }

    // Back to planned: it did not leave, so an answer may still cancel it, and the next attempt is no second one. An earlier
    // attempt that was cut off may have left all the same.
    private static Ending kept(Ready ready, String reason) {
        var status = ready.message().mayHaveLeft() ? MessageStatus.UNCERTAIN : MessageStatus.PLANNED;
        return new Ending(ready.id(), status, "provider", reason, null, false);
    }

    private Result back(Ready ready) {
        return Result.ended(new Ending(ready.id(), MessageStatus.PLANNED, "provider", "not_there", null, false),
                new Outcome.Snoozed(clock.instant(), "the provider does not have it"));
    }

    private static Result unanswered(Ready ready, Throwable failure) {
        return Result.ended(Ending.uncertain(ready.id(), "no_answer", null), WorkFailure.of(failure));
    }
}
