package dev.ringback.engine.facts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.facts.FactsRepository.Capped;
import dev.ringback.engine.law.Law;
import dev.ringback.engine.law.LegalHours;
import dev.ringback.engine.law.WindowRules;
import dev.ringback.engine.place.Place;
import dev.ringback.engine.policy.SendFacts.Limit;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.unsubscribe.UnsubscribeLinks;

/// What the law of the recipient's place says of messages.
@ApplicationScoped
class LawReader {

    private final FactsRepository messages;
    private final LegalHours hours;
    private final UnsubscribeLinks links;
    private final Clock clock;

    LawReader(FactsRepository messages, LegalHours hours, UnsubscribeLinks links, Clock clock) {
        this.messages = messages;
        this.hours = hours;
        this.links = links;
        this.clock = clock;
    }

    /// @param limit   until when the person is left alone for having heard so often
    /// @param missing what commercial mail must carry and this one lacks
    record Bound(Law law, Optional<Limit> limit, Optional<String> missing) {}

    /// By message id.
    Uni<Map<UUID, Bound>> read(Tx tx, List<Sendable> found) {
        return hours.rules(tx).map(rules -> laws(rules, found)).chain(laws -> limits(tx, laws)
                .map(limits -> found.stream().collect(Collectors.toMap(Sendable::id,
                        message -> bound(message, laws.get(message.id()), limits.get(message.id()))))));
    }

    private Bound bound(Sendable message, Law law, Instant leftAloneUntil) {
        return new Bound(law, Optional.ofNullable(leftAloneUntil).map(LawReader::limit), CommercialMail.missing(message, links.areConfigured()));
    }

    private static Map<UUID, Law> laws(WindowRules rules, List<Sendable> found) {
        return found.stream().collect(Collectors.toMap(Sendable::id,
                message -> rules.law(Place.of(message.recipient().whereabouts()), message.channel(), message.purpose())));
    }

    private Uni<Map<UUID, Instant>> limits(Tx tx, Map<UUID, Law> laws) {
        var caps = laws.entrySet().stream().flatMap(entry -> capped(entry.getKey(), entry.getValue())).toList();
        return caps.isEmpty() ? Uni.createFrom().item(Map.of()) : messages.findLegalLimits(tx, caps, clock.instant());
    }

    private static Stream<Capped> capped(UUID id, Law law) {
        return law.caps().stream().map(cap -> new Capped(id, cap));
    }

    private static Limit limit(Instant until) {
        return new Limit(until, "legal_cap");
    }
}
