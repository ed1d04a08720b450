package dev.ringback.engine.doubt;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.doubt.DoubtRepository.Settled;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.http.Page;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// A human reads doubtful answers and decides.
@ApplicationScoped
class SettleDoubt {

    private final Database database;
    private final DoubtRepository doubts;
    private final Consent consent;
    private final Clock clock;

    SettleDoubt(Database database, DoubtRepository doubts, Consent consent, Clock clock) {
        this.database = database;
        this.doubts = doubts;
        this.consent = consent;
        this.clock = clock;
    }

    Uni<Page<Doubt>> list(Tenancy tenancy, Cursor before, int limit) {
        return database.asService(tx -> doubts.listOpen(tx, tenancy, before, limit + 1))
                .map(rows -> Page.of(rows, limit, doubt -> new Cursor(doubt.raisedAt(), doubt.id())));
    }

    Uni<SettledDoubt> settle(Caller caller, Settlement settlement) {
        var tenancy = Tenancy.of(caller, settlement.pack(), settlement.tenant());
        return database.asService(tx -> doubts.settle(tx, tenancy, settlement, caller.id(), clock.instant())
                .chain(settled -> act(tx, settled, settlement)))
                .replaceWith(new SettledDoubt(settlement.id(), settlement.optOut()));
    }

    private Uni<Void> act(Tx tx, List<Settled> settled, Settlement settlement) {
        if (settled.isEmpty()) {
            throw Problem.notFound("open doubt", settlement.id());
        }
        return Multi.createFrom().iterable(settled)
                .onItem().transformToUniAndConcatenate(one -> act(tx, one, settlement.optOut()).replaceWith(one))
                .collect().asList().replaceWithVoid();
    }

    // The hold ends either way: as an opt-out it is one that a START can end, otherwise nothing is left of it.
    private Uni<Void> act(Tx tx, Settled settled, boolean isOptOut) {
        var party = settled.party();
        var origin = Origin.of("doubt", Map.of("message", settled.message().toString()));
        var refused = isOptOut ? consent.refuse(tx, Refusal.optOut(party, settled.channel(), origin)) : Uni.createFrom().voidItem();
        return refused.chain(() -> consent.release(tx, party, Doubts.source(settled.message())));
    }
}
