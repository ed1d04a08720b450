package dev.ringback.engine.gate;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.environment.Environment;
import dev.ringback.engine.facts.AddressKeys;
import dev.ringback.engine.facts.Sendable;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Lets messages begin to be submitted, or not.
@ApplicationScoped
public class Gate {

    private final GateRepository gate;
    private final AddressHash hash;
    private final Environment environment;
    private final Clock clock;

    /// A message with what it leaves with.
    ///
    /// @param caps       the law's
    /// @param ourAddress as answers name it
    public record Entrant(Sendable message, List<ContactCap> caps, String ourAddress, String reference, String subject, String text,
            String provider) {

        UUID id() {
            return message.id();
        }

        boolean isCounted() {
            return message.guard().isCounted() || !caps.isEmpty();
        }
    }

    Gate(GateRepository gate, AddressHash hash, Environment environment, Clock clock) {
        this.gate = gate;
        this.hash = hash;
        this.environment = environment;
        this.clock = clock;
    }

    /// Answers which of them have begun. The others must not leave, or not now; or somebody was just changing what decides
    /// about them. The locks last until the transaction ends, so it ends next.
    public Uni<Set<UUID>> pass(Tx tx, List<Entrant> entrants) {
        if (entrants.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return environment.record(tx).chain(() -> gate.enter(tx, AddressKeys.of(entrants.stream().map(Entrant::message).toList(), hash)))
                .map(entered -> entrants.stream().filter(entrant -> entered.contains(entrant.id())).toList())
                .call(entered -> takeSlots(tx, entered))
                .chain(entered -> begin(tx, entered));
    }

    private Uni<Void> takeSlots(Tx tx, List<Entrant> entered) {
        var counted = entered.stream().filter(Entrant::isCounted).toList();
        return counted.isEmpty() ? Uni.createFrom().voidItem() : gate.takeSlots(tx, counted);
    }

    private Uni<Set<UUID>> begin(Tx tx, List<Entrant> entered) {
        var keys = AddressKeys.of(entered.stream().map(Entrant::message).toList(), hash);
        return gate.begin(tx, entered, keys, environment.project(), clock.instant());
    }
}
