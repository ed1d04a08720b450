package dev.ringback.engine.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.MessageSender;
import dev.ringback.engine.channel.Recovery;
import dev.ringback.engine.delivery.DeparturePolicy.Departure;
import dev.ringback.engine.delivery.DeparturePolicy.Settlement;
import dev.ringback.engine.delivery.Probing.Sorted;
import dev.ringback.engine.facts.SendFactsReader.Known;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.gate.Gate;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;

/// Decides about a batch of messages and lets through the gate what may leave, in one transaction.
@ApplicationScoped
class Departures {

    private static final Duration ASKED_AGAIN = Duration.ofSeconds(1);

    private final Gate gate;
    private final Rendition rendition;
    private final MessageLedger ledger;
    private final Probing probing;
    private final SendConfig config;
    private final Clock clock;

    Departures(Gate gate, Rendition rendition, MessageLedger ledger, Probing probing, SendConfig config, Clock clock) {
        this.gate = gate;
        this.rendition = rendition;
        this.ledger = ledger;
        this.probing = probing;
        this.config = config;
        this.clock = clock;
    }

    /// What is to be done once the transaction is committed.
    ///
    /// @param outcomes of the messages that stay
    record Prepared(Map<UUID, Outcome> outcomes, List<Ready> toSend, List<Ready> toAsk) {}

    /// The messages that a crash left half sent are marked so first: whoever looks sees it, whatever comes of them.
    Uni<Prepared> prepare(Tx tx, List<Known> candidates) {
        var departures = candidates.stream().map(this::decide).map(this::render).toList();
        var caps = candidates.stream().collect(Collectors.toMap(known -> known.message().id(), Known::caps));
        return probing.sort(all(departures, Turn.Leaving.class).map(Turn.Leaving::ready).toList())
                .chain(sorted -> prepare(tx, departures, sorted, caps));
    }

    private Uni<Prepared> prepare(Tx tx, List<Turn> departures, Sorted sorted, Map<UUID, List<ContactCap>> caps) {
        var leaving = sorted.leaving();
        var asking = all(departures, Turn.Asking.class).map(Turn.Asking::ready).toList();
        var staying = Stream.concat(all(departures, Turn.Staying.class).map(Turn.Staying::stay), sorted.staying().stream()).toList();
        var endings = Stream.concat(staying.stream().map(Departure.Stay::ending),
                Stream.concat(leaving.stream(), asking.stream()).filter(ready -> ready.message().mayHaveLeft())
                        .map(ready -> Ending.uncertain(ready.id(), "cut_off", null)))
                .toList();
        return ledger.end(tx, endings)
                .chain(() -> gate.pass(tx, leaving.stream().map(ready -> ready.entrant(caps.get(ready.id()))).toList()))
                .map(passed -> prepared(staying, leaving, passed, asking))
                .call(prepared -> probing.release(sorted.tried(), prepared.toSend()));
    }

    private sealed interface Turn {

        record Leaving(Ready ready) implements Turn {}

        record Asking(Ready ready) implements Turn {}

        record Staying(Departure.Stay stay) implements Turn {}
    }

    private Departure decide(Known known) {
        var now = clock.instant();
        return DeparturePolicy.decide(known.message(), SendPolicy.decide(known.facts(), now), settlement(known.message()), now);
    }

    private Settlement settlement(Sendable message) {
        var uncertain = config.uncertain();
        var rule = switch (message.channel()) {
            case EMAIL -> uncertain.email();
            case SMS -> uncertain.sms();
            case VOICE -> uncertain.voice();
            case WHATSAPP -> uncertain.whatsapp();
            case WEB_FORM -> uncertain.webForm();
        };
        var earlier = rendition.earlierWay(message);
        return new Settlement(earlier.map(MessageSender::recovery).orElse(Recovery.NONE), earlier.flatMap(MessageSender::keyLifetime), rule,
                config.settleAfter());
    }

    private Turn render(Departure departure) {
        return switch (departure) {
            case Departure.Stay stay -> new Turn.Staying(stay);
            case Departure.Ask(var message) -> turn(rendition.again(message), Turn.Asking::new);
            case Departure.Repeat(var message) -> turn(rendition.again(message), Turn.Leaving::new);
            case Departure.Leave(var message) -> turn(rendition.of(message), Turn.Leaving::new);
        };
    }

    private static Turn turn(Rendition.Answer answer, Function<Ready, Turn> next) {
        return switch (answer) {
            case Rendition.Made(var ready) -> next.apply(ready);
            case Rendition.Impossible(var ending) -> staying(ending);
        };
    }

    private static Turn staying(Ending ending) {
        return new Turn.Staying(new Departure.Stay(ending, new Outcome.Cancelled(ending.reason())));
    }

    // Stopped at the gate: the world changed since policy was asked, or is just changing, so policy is asked again.
    private Prepared prepared(List<Departure.Stay> staying, List<Ready> leaving, Set<UUID> passed, List<Ready> asking) {
        var outcomes = new HashMap<UUID, Outcome>();
        staying.forEach(stay -> outcomes.put(stay.ending().id(), stay.outcome()));
        leaving.stream().filter(ready -> !passed.contains(ready.id()))
                .forEach(ready -> outcomes.put(ready.id(), new Outcome.Snoozed(clock.instant().plus(ASKED_AGAIN), "stopped at the gate")));
        return new Prepared(outcomes, leaving.stream().filter(ready -> passed.contains(ready.id())).toList(), asking);
    }

    private static <T> Stream<T> all(List<Turn> departures, Class<T> kind) {
        return departures.stream().filter(kind::isInstance).map(kind::cast);
    }
}
