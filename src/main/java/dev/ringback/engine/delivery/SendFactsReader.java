package dev.ringback.engine.delivery;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.policy.SendFacts;
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
        var onlyTo = config.onlyTo().orElse(List.of());
        return packs.of(subject).refusal(tx, subject).chain(refusal -> consent.suppression(tx, party, message.channel())
                .map(suppression -> new SendFacts(message.brake(), message.to(), onlyTo, message.expiresAt(), refusal, suppression,
                        message.identity().isPresent())));
    }
}
