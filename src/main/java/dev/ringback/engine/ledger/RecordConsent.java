package dev.ringback.engine.ledger;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Family;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.consent.Scope;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// Somebody brings a yes or a no that a person gave elsewhere.
@ApplicationScoped
class RecordConsent {

    private static final int FORBIDDEN = 403;

    private final Database database;
    private final Consent consent;

    RecordConsent(Database database, Consent consent) {
        this.database = database;
        this.consent = consent;
    }

    Uni<Recorded> record(Caller caller, GivenConsent given) {
        var party = Tenancy.of(caller, given.pack(), given.tenant()).party(address(given.address()));
        var family = Family.of(Channel.of(given.channel()));
        var origin = new Origin(given.source(), evidence(caller, given.evidence()), given.textVersion());
        return database.asService(tx -> consent.grant(tx, party, family, origin).chain(() -> recorded(tx, party, family)));
    }

    Uni<Recorded> refuse(Caller caller, GivenRefusal given) {
        var party = Tenancy.of(caller, given.pack(), given.tenant()).party(address(given.address()));
        var family = given.channel() == null ? Family.ALL : Family.of(Channel.of(given.channel()));
        var origin = Origin.of(given.source(), evidence(caller, given.evidence()));
        var refusal = new Refusal(party, family, scope(caller, given.scope()), Reason.OPTED_OUT, origin, true);
        return database.asService(tx -> consent.refuse(tx, refusal).chain(() -> recorded(tx, party, family)));
    }

    private Uni<Recorded> recorded(Tx tx, Party party, Family family) {
        return consent.standing(tx, party, family).map(reason -> new Recorded(true, reason.orElse(null)));
    }

    // Who brought it stands beside what he brought.
    private static Map<String, Object> evidence(Caller caller, Map<String, Object> given) {
        var evidence = new HashMap<String, Object>(given == null ? Map.of() : given);
        evidence.put("recorded_by", caller.id());
        return evidence;
    }

    private static Scope scope(Caller caller, String word) {
        if ("global".equals(word) && !(caller instanceof Caller.Service)) {
            throw new Problem(FORBIDDEN, "FORBIDDEN", "A tenant speaks for itself alone");
        }
        return word == null ? Scope.TENANT : new Scope(word);
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow(() -> Problem.invalid("address", "is neither an e-mail address nor a telephone number"));
    }
}
