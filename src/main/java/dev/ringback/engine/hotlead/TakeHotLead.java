package dev.ringback.engine.hotlead;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Somebody looks what waits, and takes it.
@ApplicationScoped
class TakeHotLead {

    private final Database database;
    private final HotLeadRepository hotLeads;
    private final Clock clock;

    TakeHotLead(Database database, HotLeadRepository hotLeads, Clock clock) {
        this.database = database;
        this.hotLeads = hotLeads;
        this.clock = clock;
    }

    Uni<Page<WaitingLead>> list(Tenancy tenancy, Cursor before, int limit) {
        return database.asService(tx -> hotLeads.listOpen(tx, tenancy, before, limit + 1))
                .map(rows -> Page.of(rows, limit, lead -> new Cursor(lead.raisedAt(), lead.id())));
    }

    Uni<TakenLead> take(Caller caller, Taking taking) {
        var tenancy = Tenancy.of(caller, taking.pack(), taking.tenant());
        return database.asService(tx -> hotLeads.acknowledge(tx, tenancy, taking.id(), caller.id(), clock.instant()))
                .map(known -> {
                    if (!known) {
                        throw Problem.notFound("hot lead", taking.id());
                    }
                    return new TakenLead(taking.id(), true);
                });
    }
}
