package dev.ringback.engine.erasure;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.audit.Change;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Forgets a person (GDPR, article 17): addresses and texts go, refusals and bare facts stay.
@ApplicationScoped
class EraseSubject {

    private final Database database;
    private final ExportSubject subjects;
    private final ErasureRepository people;
    private final Holdings holdings;
    private final Audit audit;
    private final Clock clock;

    EraseSubject(Database database, ExportSubject subjects, ErasureRepository people, Holdings holdings, Audit audit, Clock clock) {
        this.database = database;
        this.subjects = subjects;
        this.people = people;
        this.holdings = holdings;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Erased> erase(Caller caller, AboutWhom whom) {
        return database.asService(tx -> subjects.find(tx, caller, whom).chain(somebody -> erase(tx, somebody)));
    }

    private Uni<Erased> erase(Tx tx, Somebody somebody) {
        return holdings.erase(tx, somebody).chain(rows -> people.eraseMessages(tx, somebody, clock.instant())
                .call(() -> people.deletePerson(tx, somebody))
                .map(messages -> new Erased(somebody.addresses().size(), messages, rows)))
                .call(erased -> audit.record(tx, change(somebody, erased)));
    }

    // By the hash alone: an audit that named the address would not have forgotten it.
    private static Change change(Somebody somebody, Erased erased) {
        var tenancy = somebody.tenancy();
        return new Change(tenancy.pack(), tenancy.tenant(), tenancy.pack() + ".subject.erased", "subject",
                Digests.hex(somebody.hashes().getFirst().value()), null, Map.of("messages", erased.messages(), "rows", erased.rows()));
    }
}
