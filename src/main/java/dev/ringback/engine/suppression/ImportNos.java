package dev.ringback.engine.suppression;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.message.PackConversations;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Takes many noes at once: what `Consent.refuse` does for one, one statement each for all.
@ApplicationScoped
class ImportNos {

    private final ImportRepository imports;
    private final PackConversations packs;
    private final Clock clock;

    ImportNos(ImportRepository imports, PackConversations packs, Clock clock) {
        this.imports = imports;
        this.packs = packs;
        this.clock = clock;
    }

    /// @param nos each of another address, family, scope or reason
    Uni<Void> take(Tx tx, Tenancy tenancy, List<ImportedNo> nos, Origin origin) {
        return imports.recordAll(tx, tenancy, nos, origin, clock.instant())
                .chain(() -> imports.suppressAll(tx, tenancy, nos, origin))
                .chain(() -> imports.spreadAll(tx, tenancy, nos))
                .chain(() -> imports.withholdAll(tx, tenancy, nos, clock.instant()))
                .chain(moves -> packs.moved(tx, moves));
    }
}
