package dev.ringback.engine.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.donotcall.DoNotCall;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Who messages are to, and what he has said about that.
@ApplicationScoped
class StandingReader {

    private final FactsRepository messages;
    private final AddressHash hash;
    private final PackConversations packs;
    private final Consent consent;
    private final DoNotCall doNotCall;
    private final Clock clock;

    StandingReader(FactsRepository messages, AddressHash hash, PackConversations packs, Consent consent, DoNotCall doNotCall, Clock clock) {
        this.messages = messages;
        this.hash = hash;
        this.packs = packs;
        this.consent = consent;
        this.doNotCall = doNotCall;
        this.clock = clock;
    }

    Uni<Map<UUID, Standing>> read(Tx tx, List<Sendable> found) {
        return messages.findSuppressions(tx, AddressKeys.of(found, hash), clock.instant())
                .chain(suppressions -> packs.refusals(tx, found.stream().map(Sendable::subject).toList())
                        .map(refusals -> found.stream().collect(Collectors.toMap(Sendable::id,
                                message -> new Standing(refusal(message, refusals),
                                        Optional.ofNullable(suppressions.get(message.id())), Optional.empty(), Optional.empty())))))
                .chain(standings -> withCalls(tx, found, standings));
    }

    // Whoever said no is told that we heard it, whatever else stands against writing to him.
    private static Optional<String> refusal(Sendable message, Map<Subject, String> refusals) {
        return Optional.ofNullable(refusals.get(message.subject())).filter(_ -> !message.purpose().equals(Conditions.OPT_OUT_CONFIRMATION));
    }

    // Calls are few and dear, and each needs a consent of its own.
    private Uni<Map<UUID, Standing>> withCalls(Tx tx, List<Sendable> found, Map<UUID, Standing> standings) {
        return Multi.createFrom().iterable(found).filter(message -> message.channel() == Channel.VOICE)
                .onItem()
                .transformToUniAndConcatenate(call -> ofCall(tx, call, standings.get(call.id())).invoke(all -> standings.put(call.id(), all)))
                .collect().asList().replaceWith(standings);
    }

    private Uni<Standing> ofCall(Tx tx, Sendable call, Standing known) {
        var party = new Party(call.subject().pack(), call.subject().tenant(), call.to());
        return consent.granted(tx, party, Channel.VOICE)
                .chain(granted -> doNotCall.refusal(tx, call.to()).map(listed -> new Standing(known.refusal(), known.suppression(),
                        granted ? Optional.empty() : Optional.of("no_recorded_consent"), listed)));
    }
}
