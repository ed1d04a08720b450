package dev.ringback.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.environment.Environment;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Subject;
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
    private final AddressHash hash;
    private final PackConversations packs;
    private final Environment environment;
    private final FactsConfig config;
    private final Clock clock;

    SendFactsReader(FactsRepository messages, AddressHash hash, PackConversations packs, Environment environment, FactsConfig config, Clock clock) {
        this.messages = messages;
        this.hash = hash;
        this.packs = packs;
        this.environment = environment;
        this.config = config;
        this.clock = clock;
    }

    /// A message with what is known about it.
    public record Known(Sendable message, SendFacts facts) {}

    /// What policy would be told of these messages now, by id; those that have left or been stopped are missing. Whoever asks
    /// "what if" plans in a transaction, asks here and rolls back.
    public Uni<Map<UUID, SendFacts>> facts(Tx tx, List<UUID> ids) {
        return read(tx, ids).map(all -> all.stream().collect(Collectors.toMap(known -> known.message().id(), Known::facts)));
    }

    /// In the order asked; those that have left or been stopped are missing.
    public Uni<List<Known>> read(Tx tx, List<UUID> ids) {
        return messages.findForSending(tx, ids, environment.project(), clock.instant())
                .chain(found -> messages.findSuppressions(tx, AddressKeys.of(found, hash), clock.instant())
                        .chain(suppressions -> packs.refusals(tx, found.stream().map(Sendable::subject).toList())
                                .map(refusals -> found.stream().map(message -> known(message, suppressions, refusals)).toList())));
    }

    private Known known(Sendable message, Map<UUID, String> suppressions, Map<Subject, String> refusals) {
        var standing = new Standing(Optional.ofNullable(refusals.get(message.subject())), Optional.ofNullable(suppressions.get(message.id())),
                Optional.empty(), Optional.empty());
        return new Known(message, SendFacts.to(message.to())
                .with(guards(message))
                .with(new Cause(message.standing().expiresAt(), message.standing().causeAt(), config.causeMaxAge()))
                .with(standing)
                .with(new Capability(true, message.identity().isPresent(), false, null, Optional.empty()))
                .with(message.guard().limits()));
    }

    private Guards guards(Sendable message) {
        var lock = message.guard().isElsewhere() ? Optional.of("environment_locked") : Optional.<String>empty();
        return new Guards(message.guard().brake(), lock, message.to(), config.onlyTo().orElse(List.of()));
    }
}
