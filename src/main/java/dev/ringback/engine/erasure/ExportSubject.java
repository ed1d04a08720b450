package dev.ringback.engine.erasure;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;

/// Hands out what is kept about a person (GDPR, article 15).
@ApplicationScoped
class ExportSubject {

    private static final int MOST = 2_000;

    private final Database database;
    private final ErasureRepository people;
    private final Holdings holdings;
    private final AddressHash hash;

    ExportSubject(Database database, ErasureRepository people, Holdings holdings, AddressHash hash) {
        this.database = database;
        this.people = people;
        this.holdings = holdings;
        this.hash = hash;
    }

    Uni<SubjectData> export(Caller caller, AboutWhom whom) {
        return database.asService(tx -> find(tx, caller, whom).chain(somebody -> export(tx, somebody)));
    }

    /// Everybody who has this address, with all that he has.
    Uni<Somebody> find(Tx tx, Caller caller, AboutWhom whom) {
        var tenancy = Tenancy.of(caller, whom.pack(), whom.tenant());
        var address = Address.parse(whom.address())
                .orElseThrow(() -> Problem.invalid("address", "is neither an e-mail address nor a telephone number"));
        return people.listAddresses(tx, tenancy.party(address)).map(all -> Somebody.of(tenancy, all, hash));
    }

    private Uni<SubjectData> export(Tx tx, Somebody somebody) {
        return holdings.of(tx, somebody).chain(held -> people.listMessages(tx, somebody, MOST)
                .chain(messages -> people.listEntries(tx, somebody, MOST)
                        .chain(entries -> people.listSuppressions(tx, somebody, MOST)
                                .map(suppressions -> new SubjectData(somebody.addresses(), held, messages, entries, suppressions,
                                        messages.size() < MOST && entries.size() < MOST && suppressions.size() < MOST)))));
    }
}
