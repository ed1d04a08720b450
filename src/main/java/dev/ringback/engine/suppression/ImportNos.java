package dev.ringback.engine.suppression;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Takes many noes at once: what `Consent.refuse` does for one, one statement each for all.
@ApplicationScoped
class ImportNos {

    private final ImportRepository imports;
    private final Consent consent;
    private final PackConversations packs;
    private final Clock clock;

    ImportNos(ImportRepository imports, Consent consent, PackConversations packs, Clock clock) {
        this.imports = imports;
        this.consent = consent;
        this.packs = packs;
        this.clock = clock;
    }

    /// @param nos each of another address, family, scope or reason
    Uni<Void> take(Tx tx, Tenancy tenancy, List<ImportedNo> nos, Origin origin) {
        return consent.lock(tx, tenancy.pack(), tenancy.tenant())
                .chain(() -> imports.recordAll(tx, tenancy, nos, origin, clock.instant()))
                .chain(() -> imports.suppressAll(tx, tenancy, nos, origin))
                .chain(() -> imports.spreadAll(tx, tenancy, nos))
                .chain(() -> imports.withholdAll(tx, tenancy, nos, clock.instant()))
                .chain(moves -> packs.moved(tx, moves));
    }
}
