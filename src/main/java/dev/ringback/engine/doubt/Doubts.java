package dev.ringback.engine.doubt;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Holds the sends to a person who perhaps said no, and asks a human.
@ApplicationScoped
public class Doubts {

    private final DoubtRepository doubts;
    private final Consent consent;
    private final AddressHash hash;
    private final Clock clock;

    Doubts(DoubtRepository doubts, Consent consent, AddressHash hash, Clock clock) {
        this.doubts = doubts;
        this.consent = consent;
        this.hash = hash;
        this.clock = clock;
    }

    /// @param message the stored answer
    /// @param rules   that made it doubtful
    public Uni<Void> raise(Tx tx, Party party, Channel channel, UUID message, List<String> rules) {
        var refusal = Refusal.reported(party, channel, Reason.UNCLEAR, Origin.of(source(message), Map.of("rules", rules)));
        return consent.refuse(tx, refusal)
                .chain(() -> doubts.raise(tx, party, hash.of(party.address()), new DoubtRepository.Raised(channel, message, rules), clock.instant()))
                .replaceWithVoid();
    }

    static String source(UUID message) {
        return "doubt:" + message;
    }
}
