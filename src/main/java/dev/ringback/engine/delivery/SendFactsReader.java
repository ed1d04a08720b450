package dev.ringback.engine.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.policy.SendFacts;
import dev.ringback.engine.policy.SendFacts.Capability;
import dev.ringback.engine.policy.SendFacts.Cause;
import dev.ringback.engine.policy.SendFacts.Guards;
import dev.ringback.engine.policy.SendFacts.Standing;
import dev.ringback.engine.sql.Tx;

/// Gathers what policy wants to know about a message.
@ApplicationScoped
class SendFactsReader {

    private final Consent consent;
    private final PackConversations packs;
    private final SendConfig config;

    SendFactsReader(Consent consent, PackConversations packs, SendConfig config) {
        this.consent = consent;
        this.packs = packs;
        this.config = config;
    }

    Uni<SendFacts> read(Tx tx, Sendable message) {
        var subject = message.subject();
        var party = new Party(subject.pack(), subject.tenant(), message.to());
        return packs.of(subject).refusal(tx, subject)
                .chain(refusal -> consent.suppression(tx, party, message.channel())
                        .map(suppression -> facts(message, new Standing(refusal, suppression, Optional.empty(), Optional.empty()))));
    }

    private SendFacts facts(Sendable message, Standing standing) {
        return SendFacts.to(message.to())
                .with(new Guards(message.brake(), Optional.empty(), message.to(), config.onlyTo().orElse(List.of())))
                .with(new Cause(message.expiresAt(), null, Duration.ZERO))
                .with(standing)
                .with(new Capability(true, message.identity().isPresent(), false, null, Optional.empty()));
    }
}
