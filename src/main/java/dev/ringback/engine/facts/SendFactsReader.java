package dev.ringback.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.environment.Environment;
import dev.ringback.engine.hours.SendHours;
import dev.ringback.engine.hours.Times;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendFacts;
import dev.ringback.engine.policy.SendFacts.Capability;
import dev.ringback.engine.policy.SendFacts.Cause;
import dev.ringback.engine.policy.SendFacts.Guards;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Gathers what policy wants to know about messages: a statement for all of them, not for each.
@ApplicationScoped
public class SendFactsReader {

    private final FactsRepository messages;
    private final StandingReader standings;
    private final SendHours hours;
    private final Environment environment;
    private final FactsConfig config;
    private final Clock clock;

    SendFactsReader(FactsRepository messages, StandingReader standings, SendHours hours, Environment environment, FactsConfig config, Clock clock) {
        this.messages = messages;
        this.standings = standings;
        this.hours = hours;
        this.environment = environment;
        this.config = config;
        this.clock = clock;
    }

    /// A message with what is known about it.
    ///
    /// @param caps the law's, which the gate counts
    public record Known(Sendable message, SendFacts facts, List<ContactCap> caps) {

        public Known with(SendFacts others) {
            return new Known(message, others, caps);
        }
    }

    /// What policy would be told of these messages now, by id; those that have left or been stopped are missing. Whoever asks
    /// "what if" plans in a transaction, asks here and rolls back.
    public Uni<Map<UUID, SendFacts>> facts(Tx tx, List<UUID> ids) {
        return read(tx, ids).map(all -> all.stream().collect(Collectors.toMap(known -> known.message().id(), Known::facts)));
    }

    /// In the order asked; those that have left or been stopped are missing.
    public Uni<List<Known>> read(Tx tx, List<UUID> ids) {
        return messages.findForSending(tx, ids, environment.project(), clock.instant())
                .chain(found -> standings.read(tx, found)
                        .chain(standing -> hours.read(tx, found.stream().map(Sendable::recipient).toList())
                                .map(times -> found.stream()
                                        .map(message -> known(message, standing.get(message.id()), times.get(message.id()))).toList())));
    }

    private Known known(Sendable message, Standing standing, Times times) {
        var capability = new Capability(message.hasValidAddress(), message.identity().isPresent(), message.needsSession(), times.sessionUntil(),
                Optional.empty());
        return new Known(message, SendFacts.to(message.to())
                .with(guards(message))
                .with(new Cause(message.standing().expiresAt(), message.standing().causeAt(), config.causeMaxAge()))
                .with(standing)
                .with(capability)
                .with(times.hours())
                .with(message.guard().limits().and(times.cap())), times.caps());
    }

    private Guards guards(Sendable message) {
        var lock = message.guard().isElsewhere() ? Optional.of("environment_locked") : Optional.<String>empty();
        return new Guards(message.guard().brake(), lock, message.to(), config.onlyTo().orElse(List.of()));
    }
}
