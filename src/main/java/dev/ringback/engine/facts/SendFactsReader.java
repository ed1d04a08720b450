package dev.ringback.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.environment.Environment;
import dev.ringback.engine.facts.LawReader.Bound;
import dev.ringback.engine.law.ContactCap;
import dev.ringback.engine.policy.SendFacts;
import dev.ringback.engine.policy.SendFacts.Capability;
import dev.ringback.engine.policy.SendFacts.Cause;
import dev.ringback.engine.policy.SendFacts.Guards;
import dev.ringback.engine.policy.SendFacts.Hours;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.policy.SendFacts.Limits;
import dev.ringback.engine.policy.SendFacts.Spread;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.template.Template;
import dev.ringback.engine.time.Clock;

/// Gathers what policy wants to know about messages: a statement for all of them, not for each.
@ApplicationScoped
public class SendFactsReader {

    private final FactsRepository messages;
    private final StandingReader standings;
    private final LawReader law;
    private final Environment environment;
    private final FactsConfig config;
    private final Clock clock;

    SendFactsReader(FactsRepository messages, StandingReader standings, LawReader law, Environment environment, FactsConfig config, Clock clock) {
        this.messages = messages;
        this.standings = standings;
        this.law = law;
        this.environment = environment;
        this.config = config;
        this.clock = clock;
    }

    /// A message with what is known about it.
    ///
    /// @param caps the law's, which the gate counts
    public record Known(Sendable message, SendFacts facts, List<ContactCap> caps) {}

    /// What policy would be told of these messages now, by id; those that have left or been stopped are missing. Whoever asks
    /// "what if" plans in a transaction, asks here and rolls back.
    public Uni<Map<UUID, SendFacts>> facts(Tx tx, List<UUID> ids) {
        return read(tx, ids).map(all -> all.stream().collect(Collectors.toMap(known -> known.message().id(), Known::facts)));
    }

    /// In the order asked; those that have left or been stopped are missing.
    public Uni<List<Known>> read(Tx tx, List<UUID> ids) {
        return messages.findForSending(tx, ids, environment.project(), clock.instant())
                .chain(found -> standings.read(tx, found).chain(standing -> law.read(tx, found)
                        .map(bound -> found.stream().map(message -> known(message, standing.get(message.id()), bound.get(message.id()))).toList())));
    }

    private Known known(Sendable message, Standing standing, Bound bound) {
        var recipient = message.recipient();
        var spread = new Spread(message.id(), config.jitter());
        return new Known(message, SendFacts.to(message.to())
                .with(guards(message))
                .with(new Cause(message.standing().expiresAt(), message.standing().causeAt(), config.causeMaxAge()))
                .with(standing)
                .with(capability(message, bound))
                .with(new Hours(bound.law().windows(), bound.law().unknown(), List.of(), recipient.heardAt(), spread))
                .with(limits(message, bound)), bound.law().caps());
    }

    private Guards guards(Sendable message) {
        var lock = message.guard().isElsewhere() ? Optional.of("environment_locked") : Optional.<String>empty();
        return new Guards(message.guard().brake(), lock, message.to(), config.onlyTo().orElse(List.of()));
    }

    private Capability capability(Sendable message, Bound bound) {
        var isFree = message.channel() == Channel.WHATSAPP && message.template().map(Template::approved).isEmpty();
        var wroteAt = message.recipient().onWhatsAppAt();
        return new Capability(true, message.identity().isPresent(), isFree, wroteAt == null ? null : wroteAt.plus(config.whatsAppSession()),
                bound.missing());
    }

    private static Limits limits(Sendable message, Bound bound) {
        var own = message.guard().limits();
        var person = Stream.concat(own.person().stream(), bound.limit().stream()).reduce(SendFactsReader::later);
        return new Limits(person, own.sender(), own.breaker());
    }

    private static Limit later(Limit one, Limit other) {
        return one.until().isBefore(other.until()) ? other : one;
    }
}
