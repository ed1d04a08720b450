package dev.ringback.engine.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.breaker.Circuit;
import dev.ringback.engine.breaker.Circuits;
import dev.ringback.engine.delivery.DeparturePolicy.Departure;
import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.policy.Verdict;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;

/// Lets one message try a provider that was down, and has the others wait for what becomes of it.
@ApplicationScoped
class Probing {

    private static final Duration UNTIL_IT_IS_KNOWN = Duration.ofSeconds(10);

    private final Circuits circuits;
    private final Clock clock;

    Probing(Circuits circuits, Clock clock) {
        this.circuits = circuits;
        this.clock = clock;
    }

    /// @param tried circuits that one of those that leave is to try
    record Sorted(List<Ready> leaving, List<Departure.Stay> staying, Set<Circuit> tried) {}

    Uni<Sorted> sort(List<Ready> ready) {
        return circuits.probe(circuits(ready)).map(trial -> sort(ready, trial));
    }

    private Sorted sort(List<Ready> ready, Circuits.Trial trial) {
        var sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), trial.tried());
        var free = new HashSet<>(trial.tried());
        for (var one : ready) {
            var circuit = one.circuit();
            if (circuit.isEmpty() || !trial.isDown(circuit.get()) || free.remove(circuit.get())) {
                sorted.leaving().add(one);
            } else {
                sorted.staying().add(wait(one));
            }
        }
        return sorted;
    }

    private Departure.Stay wait(Ready ready) {
        var until = clock.instant().plus(UNTIL_IT_IS_KNOWN);
        var status = ready.message().mayHaveLeft() ? MessageStatus.UNCERTAIN : MessageStatus.PLANNED;
        var verdict = new Verdict.Defer(until, SendPolicy.BREAKER, "provider_down");
        return new Departure.Stay(Ending.of(ready.id(), status, verdict), new Outcome.Snoozed(until, SendPolicy.BREAKER));
    }

    /// Of those that were to try, what the gate stopped tries nothing.
    Uni<Void> release(Set<Circuit> tried, List<Ready> passed) {
        var left = circuits(passed);
        return circuits.release(tried.stream().filter(circuit -> !left.contains(circuit)).toList());
    }

    private static Collection<Circuit> circuits(List<Ready> ready) {
        return ready.stream().map(Ready::circuit).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
