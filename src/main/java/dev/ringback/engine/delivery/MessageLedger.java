package dev.ringback.engine.delivery;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Outgoing;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.message.Decision;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Writes down how a message fares, each step in a transaction of its own, so that a crash shows how far it came.
@ApplicationScoped
class MessageLedger {

    private final Database database;
    private final DeliveryRepository messages;
    private final PackConversations packs;
    private final AddressHash hash;
    private final Clock clock;

    MessageLedger(Database database, DeliveryRepository messages, PackConversations packs, AddressHash hash, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.packs = packs;
        this.hash = hash;
        this.clock = clock;
    }

    /// The gate, committed before the provider is called. False when it must not leave any more.
    Uni<Boolean> begin(Outgoing message, String provider) {
        var hashes = hash.all(message.to());
        return database.asService(tx -> messages.beginSubmission(tx, message, provider, hashes, clock.instant()));
    }

    /// Two workers may have sent it, one of them after its lease; the pack is told of one send.
    Uni<Void> sent(Sendable message, String providerId) {
        return database.asService(tx -> messages.recordSent(tx, message.id(), providerId, clock.instant())
                .chain(recorded -> recorded == 1
                        ? packs.of(message.subject()).sent(tx, message.subject(), message.step())
                        : Uni.createFrom().voidItem()));
    }

    Uni<Void> notSent(UUID id, Decision decision) {
        return database.asService(tx -> messages.recordNotSent(tx, id, decision, clock.instant())).replaceWithVoid();
    }
}
