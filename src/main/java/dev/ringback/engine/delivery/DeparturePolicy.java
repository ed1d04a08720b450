package dev.ringback.engine.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.delivery.SendConfig.Uncertain;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.policy.Verdict;
import dev.ringback.engine.work.Outcome;

/// What an attempt does with a message, by what policy says of it and by whether an earlier attempt was cut off.
final class DeparturePolicy {

    sealed interface Departure {

        /// To the gate.
        record Leave(Sendable message) implements Departure {}

        /// To the gate, and then to the provider that may have it: it knows the message again by its key.
        record Repeat(Sendable message) implements Departure {}

        /// To the provider, to ask whether it has it.
        record Ask(Sendable message) implements Departure {}

        /// Not now, or never.
        record Stay(Ending ending, Outcome outcome) implements Departure {}
    }

    /// @param recovery    the provider's that may have it
    /// @param keyLifetime how long it knows the message again by its key; empty: for ever
    /// @param rule        the channel's, where the provider cannot help
    /// @param settleAfter how long after its submission began a provider is not asked yet, because a worker may still be at it; and how long
    ///                    before a key ends it is not used any more, because it may be as long on its way
    record Settlement(Recovery recovery, Optional<Duration> keyLifetime, Uncertain rule, Duration settleAfter) {}

    private DeparturePolicy() {}

    static Departure decide(Sendable message, Verdict verdict, Settlement settlement, Instant now) {
        var stopped = message.standing().stopReason();
        if (!message.mayHaveLeft()) {
            return stopped == null ? fresh(message, verdict) : stay(Ending.cancelled(message.id(), stopped), stopped);
        }
        return switch (recovery(message, settlement, now)) {
            case BY_REFERENCE -> ask(message, verdict, settlement.settleAfter(), now);
            case SAME_KEY -> again(message, verdict, new Departure.Repeat(message));
            case NONE -> settlement.rule() == Uncertain.SEND_AGAIN
                    ? again(message, verdict, new Departure.Leave(message))
                    : stay(Ending.settled(message.id(), "given_up"), "nobody knows whether it left");
        };
    }

    private static Recovery recovery(Sendable message, Settlement settlement, Instant now) {
        return settlement.recovery() == Recovery.SAME_KEY
                && settlement.keyLifetime().filter(kept -> isKeyOver(message, settlement, kept, now)).isPresent()
                        ? Recovery.NONE
                        : settlement.recovery();
    }

    private static boolean isKeyOver(Sendable message, Settlement settlement, Duration kept, Instant now) {
        return !now.plus(settlement.settleAfter()).isBefore(message.standing().attempt().doubtfulSince().plus(kept));
    }

    private static Departure fresh(Sendable message, Verdict verdict) {
        return switch (verdict) {
            case Verdict.SendNow() -> new Departure.Leave(message);
            case Verdict.Defer defer -> wait(Ending.of(message.id(), MessageStatus.PLANNED, defer), defer.until());
            case Verdict.Refuse refuse -> stay(Ending.of(message.id(), refuse), refuse.reason());
        };
    }

    // As if it had not left: where it has, the provider or the recipient recognises the copy.
    private static Departure again(Sendable message, Verdict verdict, Departure way) {
        var stopped = message.standing().stopReason();
        if (stopped != null) {
            return stay(Ending.settled(message.id(), stopped), stopped);
        }
        return switch (verdict) {
            case Verdict.SendNow() -> way;
            case Verdict.Defer defer -> wait(Ending.of(message.id(), MessageStatus.UNCERTAIN, defer), defer.until());
            case Verdict.Refuse refuse -> stay(Ending.settled(message.id(), refuse.reason()), refuse.reason());
        };
    }

    private static Departure ask(Sendable message, Verdict verdict, Duration settleAfter, Instant now) {
        if (verdict instanceof Verdict.Defer down && down.rule().equals(SendPolicy.BREAKER)) {
            return wait(Ending.of(message.id(), MessageStatus.UNCERTAIN, down), down.until());
        }
        var earliest = message.standing().attempt().beganAt().plus(settleAfter);
        return earliest.isAfter(now)
                ? wait(Ending.uncertain(message.id(), "cut_off", earliest), earliest)
                : new Departure.Ask(message);
    }

    private static Departure wait(Ending ending, Instant until) {
        return new Departure.Stay(ending, new Outcome.Snoozed(until, ending.rule()));
    }

    private static Departure stay(Ending ending, String reason) {
        return new Departure.Stay(ending, new Outcome.Cancelled(reason));
    }
}
