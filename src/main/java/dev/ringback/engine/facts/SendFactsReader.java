package dev.ringback.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.hours.SendHours;
import dev.ringback.engine.hours.Times;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendFacts;
import dev.ringback.engine.policy.SendFacts.Capability;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Gathers what policy wants to know about messages: a statement for all of them, not for each.
@ApplicationScoped
public class SendFactsReader {

    private final FactsRepository messages;
    private final StandingReader standings;
    private final SendHours hours;
    private final Ways ways;
    private final Installation installation;
    private final Clock clock;

    SendFactsReader(FactsRepository messages, StandingReader standings, SendHours hours, Ways ways, Installation installation,
            Clock clock) {
        this.messages = messages;
        this.standings = standings;
        this.hours = hours;
        this.ways = ways;
        this.installation = installation;
        this.clock = clock;
    }

    /// A message with what is known about it.
    ///
    /// @param caps the law's, which the gate counts
    public record Known(Sendable message, SendFacts facts, List<ContactCap> caps) {

        private Known through(Limit provider) {
            return new Known(message, facts.with(facts.limits().through(Optional.ofNullable(provider))), caps);
        }
    }

    /// What policy would be told of these messages now, by id; those that have left or been stopped are missing. Whoever asks
    /// "what if" plans in a transaction, asks here and rolls back.
    public Uni<Map<UUID, SendFacts>> facts(Tx tx, List<UUID> ids) {
        return read(tx, ids).map(all -> all.stream().collect(Collectors.toMap(known -> known.message().id(), Known::facts)));
    }

    /// In the order asked; those that have left or been stopped are missing.
    public Uni<List<Known>> read(Tx tx, List<UUID> ids) {
        return messages.findForSending(tx, ids, installation.project(), installation.answers(), clock.instant())
                .chain(found -> standings.read(tx, found)
                        .chain(standing -> hours.read(tx, found.stream().map(Sendable::recipient).toList())
                                .map(times -> found.stream().map(one -> known(one, standing.get(one.id()), times.get(one.id()))).toList()))
                        .chain(all -> ways.closed(found)
                                .map(closed -> all.stream().map(one -> one.through(closed.get(one.message().id()))).toList())));
    }

    private Known known(Sendable message, Standing standing, Times times) {
        return new Known(message, SendFacts.to(message.to())
                .with(installation.guards(message))
                .with(installation.cause(message))
                .with(standing)
                .with(new Capability(message.hasValidAddress(), message.identity().isPresent(), message.needsSession(), times.sessionUntil(),
                        installation.missing(message)))
                .with(times.hours())
                .with(message.guard().limits().and(times.cap())), times.caps());
    }
}
