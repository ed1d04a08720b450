package dev.ringback.engine.message;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent.Planned;
import dev.ringback.engine.consent.Consent.Silenced;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// A no stops what was planned, and the packs hear of it with the no itself.
@ApplicationScoped
class WithholdPlanned implements Planned {

    private final MessageRepository messages;
    private final PackConversations packs;
    private final Clock clock;

    WithholdPlanned(MessageRepository messages, PackConversations packs, Clock clock) {
        this.messages = messages;
        this.packs = packs;
        this.clock = clock;
    }

    @Override
    public Uni<Void> withhold(Tx tx, Silenced silenced) {
        return messages.withhold(tx, silenced, clock.instant()).chain(moves -> packs.moved(tx, moves));
    }
}
