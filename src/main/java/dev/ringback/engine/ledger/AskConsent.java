package dev.ringback.engine.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Looks up how it stands with an address.
@ApplicationScoped
class AskConsent {

    private final Database database;
    private final LedgerRepository ledger;
    private final Clock clock;

    AskConsent(Database database, LedgerRepository ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    Uni<Standing> ask(Caller caller, Question question) {
        var address = Address.parse(question.address())
                .orElseThrow(() -> Problem.invalid("address", "is neither an e-mail address nor a telephone number"));
        var party = Tenancy.of(caller, question.pack(), question.tenant()).party(address);
        return database.asService(tx -> ledger.listStanding(tx, party, clock.instant())
                .chain(families -> ledger.listEntries(tx, party).map(entries -> new Standing(families, entries))));
    }
}
