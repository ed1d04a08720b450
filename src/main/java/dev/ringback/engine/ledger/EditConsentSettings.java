package dev.ringback.engine.ledger;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// Shows and changes how a tenant keeps consent.
@ApplicationScoped
class EditConsentSettings {

    private final Database database;
    private final LedgerRepository ledger;
    private final Clock clock;

    EditConsentSettings(Database database, LedgerRepository ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    Uni<Settings> view(Caller caller, String pack, String tenant) {
        var tenancy = Tenancy.of(caller, pack, tenant);
        return database.asService(tx -> ledger.findSettings(tx, tenancy)).map(found -> found.orElse(Settings.DEFAULT));
    }

    Uni<Settings> change(Caller caller, SettingsChange change) {
        var tenancy = Tenancy.of(caller, change.pack(), change.tenant());
        return database.asService(tx -> ledger.keepSettings(tx, tenancy, change, clock.instant()));
    }
}
