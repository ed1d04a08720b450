package dev.ringback.engine.delivery;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.breaker.Circuits;
import dev.ringback.engine.channel.Delivery;
import dev.ringback.engine.channel.UnclearAnswer;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.WorkFailure;

/// Hands one message to its provider, or asks the provider about it, and says what came of it. Never fails: no answer is one.
@ApplicationScoped
class Submission {

    private static final Logger LOG = Logger.getLogger(Submission.class);

    private final Circuits circuits;
    private final Clock clock;

    Submission(Circuits circuits, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
    }

    /// Of a message that has passed the gate.
    Uni<Result> submit(Ready ready) {
        return Uni.createFrom().deferred(() -> ready.sender().send(ready.outgoing()))
                .chain(delivery -> heard(ready, delivery).map(until -> result(ready, delivery, until)))
                .onFailure().recoverWithUni(failure -> missed(ready, failure).map(until -> unanswered(ready, failure, until)));
    }

    /// Of a message that may have left. The provider's not having it means that it is still to be sent.
    Uni<Result> ask(Ready ready) {
        return Uni.createFrom().deferred(() -> ready.sender().find(ready.outgoing()))
                .map(found -> found.map(delivery -> result(ready, delivery, clock.instant())).orElseGet(() -> back(ready)))
                .onFailure().recoverWithUni(failure -> missed(ready, failure).map(until -> unanswered(ready, failure, until)));
    }

    // Until when the provider is left alone from now on.
    private Uni<Instant> heard(Ready ready, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted _,Delivery.Refused _ -> answered(ready);
            case Delivery.RetryAfter(var at) -> failed(ready, at);
            case Delivery.Unreached _ -> failed(ready, Instant.EPOCH);
        };
    }

    private Uni<Instant> missed(Ready ready, Throwable failure) {
        return failure instanceof UnclearAnswer ? answered(ready) : failed(ready, Instant.EPOCH);
    }

    private Uni<Instant> answered(Ready ready) {
        return ready.circuit().map(circuits::answered).orElseGet(() -> Uni.createFrom().voidItem()).map(_ -> clock.instant());
    }

    private Uni<Instant> failed(Ready ready, Instant askedFor) {
        return ready.circuit().map(circuit -> circuits.failed(circuit, askedFor)).orElseGet(() -> Uni.createFrom().item(clock.instant()));
    }

    private Result result(Ready ready, Delivery delivery, Instant until) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> taken(ready, accepted);
            case Delivery.RetryAfter(var at) -> wait(ready, "provider_asked_to_wait", at.isAfter(until) ? at : until);
            case Delivery.Unreached(var reason) when until.isAfter(clock.instant()) -> wait(ready, reason, until);
            case Delivery.Unreached(var reason) -> Result.ended(kept(ready, reason), new Outcome.Failed(reason));
            case Delivery.Refused(var reason, var permanent) when permanent -> Result.ended(Ending.failed(ready.id(), Ending.PROVIDER, reason),
                    new Outcome.Cancelled(reason));
            case Delivery.Refused(var reason, var _) -> Result.ended(kept(ready, reason), new Outcome.Failed(reason));
        };
    }

    private static Result wait(Ready ready, String reason, Instant until) {
        return Result.ended(kept(ready, reason).until(until), new Outcome.Snoozed(until, reason));
    }

    private Result taken(Ready ready, Delivery.Accepted accepted) {
        var message = ready.message();
        var provider = ready.sender().provider();
        LOG.infof("sent message=%s step=%s channel=%s provider=%s tenant=%s", message.id(), message.step(), message.channel().word(), provider,
                message.subject().tenant());
        return Result.taken(new ProviderEvent(message.id(), provider, accepted.providerId(), "submission", MessageStatus.SENT,
                clock.instant(), accepted.cost() == null ? Map.of() : accepted.cost().detail()));
    }

    // Back to planned: it did not leave, so an answer may still cancel it, and the next attempt is no second one. An earlier
    // attempt that was cut off may have left all the same.
    private static Ending kept(Ready ready, String reason) {
        var status = ready.message().mayHaveLeft() ? MessageStatus.UNCERTAIN : MessageStatus.PLANNED;
        return new Ending(ready.id(), status, Ending.PROVIDER, reason, null, false);
    }

    private Result back(Ready ready) {
        return Result.ended(new Ending(ready.id(), MessageStatus.PLANNED, Ending.PROVIDER, "not_there", null, false),
                new Outcome.Snoozed(clock.instant(), "the provider does not have it"));
    }

    // What a provider that is down does not answer is not the message's failure.
    private Result unanswered(Ready ready, Throwable failure, Instant until) {
        return until.isAfter(clock.instant())
                ? Result.ended(Ending.uncertain(ready.id(), "no_answer", until), new Outcome.Snoozed(until, "no answer"))
                : Result.ended(Ending.uncertain(ready.id(), "no_answer", null), WorkFailure.of(failure));
    }
}
