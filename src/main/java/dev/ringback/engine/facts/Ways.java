package dev.ringback.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.breaker.Circuit;
import dev.ringback.engine.breaker.Circuits;
import dev.ringback.engine.breaker.Standing;
import dev.ringback.engine.channel.Senders;
import dev.ringback.engine.policy.SendFacts.Limit;

/// Whether the providers that messages are to go through are there.
@ApplicationScoped
class Ways {

    private static final String DOWN = "provider_down";

    private final Senders senders;
    private final Circuits circuits;

    Ways(Senders senders, Circuits circuits) {
        this.senders = senders;
        this.circuits = circuits;
    }

    /// By message; those that may be handed over are missing.
    Uni<Map<UUID, Limit>> closed(List<Sendable> messages) {
        return circuits.look(messages.stream().map(this::circuit).flatMap(Optional::stream).toList())
                .map(standings -> messages.stream()
                        .flatMap(message -> circuit(message).map(standings::get).flatMap(Ways::limit).map(limit -> Map.entry(message.id(), limit))
                                .stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Optional<Circuit> circuit(Sendable message) {
        return message.identity().flatMap(identity -> message.circuit(senders.of(message.channel(), identity).provider(), identity));
    }

    private static Optional<Limit> limit(Standing standing) {
        return switch (standing) {
            case Standing.Open(var until) -> Optional.of(new Limit(until, DOWN));
            case Standing.Closed _,Standing.HalfOpen _ -> Optional.empty();
        };
    }
}
