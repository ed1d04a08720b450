package dev.ringback.engine.consent;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Opt-outs: taken and asked for.
@ApplicationScoped
public class Consent {

    private final ConsentRepository consents;
    private final AddressHash hash;
    private final Clock clock;

    Consent(ConsentRepository consents, AddressHash hash, Clock clock) {
        this.consents = consents;
        this.hash = hash;
        this.clock = clock;
    }

    /// Takes an opt-out from every channel.
    ///
    /// @param evidence what shows it later: ids and rules, not texts
    public Uni<Void> revoke(Tx tx, Party party, String source, Map<String, Object> evidence) {
        var hashed = hash.of(party.address());
        var now = clock.instant();
        return consents.recordRevocation(tx, party, hashed, source, evidence, now)
                .chain(() -> consents.suppress(tx, party, hashed, "opted_out", now))
                .replaceWithVoid();
    }

    /// Why nothing may be sent there; empty when it may.
    public Uni<Optional<String>> suppression(Tx tx, Party party, Channel channel) {
        return consents.findSuppression(tx, party, hash.all(party.address()), family(channel), clock.instant());
    }

    private static String family(Channel channel) {
        return switch (channel) {
            case SMS, VOICE -> "phone";
            case EMAIL -> "email";
            case WHATSAPP -> "whatsapp";
            case WEB_FORM -> "all";
        };
    }
}
