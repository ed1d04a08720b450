package dev.ringback.engine.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.donotcall.DoNotCall;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// What stands against writing to somebody at all. Texts and mails are asked about together; a call, of which there are few, by
/// itself.
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

    /// By message id.
    Uni<Map<UUID, Standing>> read(Tx tx, List<Sendable> found) {
        return messages.findSuppressions(tx, AddressKeys.of(found, hash), clock.instant())
                .chain(suppressions -> packs.refusals(tx, found.stream().map(Sendable::subject).toList())
                        .map(refusals -> standings(found, message -> new Standing(Optional.ofNullable(refusals.get(message.subject())),
                                Optional.ofNullable(suppressions.get(message.id())), Optional.empty(), Optional.empty()))))
                .call(standings -> Multi.createFrom().iterable(found).filter(message -> message.channel() == Channel.VOICE)
                        .onItem().transformToUniAndConcatenate(call -> call(tx, call, standings.get(call.id()))
                                .invoke(standing -> standings.put(call.id(), standing)))
                        .collect().asList());
    }

    // An agent's voice needs a yes that was recorded before.
    private Uni<Standing> call(Tx tx, Sendable call, Standing standing) {
        var subject = call.subject();
        var party = new Party(subject.pack(), subject.tenant(), call.to());
        return consent.granted(tx, party, Channel.VOICE)
                .chain(granted -> doNotCall.refusal(tx, call.to())
                        .map(listed -> new Standing(standing.refusal(), standing.suppression(),
                                granted ? Optional.empty() : Optional.of("no_consent_to_calls"), listed)));
    }

    private static Map<UUID, Standing> standings(List<Sendable> found, Function<Sendable, Standing> standing) {
        var standings = new HashMap<UUID, Standing>();
        found.forEach(message -> standings.put(message.id(), standing.apply(message)));
        return standings;
    }
}
