package dev.ringback.growth.maintenance;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.audit.Audit;
import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Digests;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.growth.maintenance.MaintenanceRepository.Extent;

/// Finds test data, lets a human confirm it, and purges what was confirmed.
@ApplicationScoped
class PurgeTestData {

    private static final int MOST_LISTED = 1_000;

    private final Database database;
    private final MaintenanceRepository rows;
    private final Audit audit;

    PurgeTestData(Database database, MaintenanceRepository rows, Audit audit) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
    }

    /// @param client null for all
    Uni<TestRecords> list(UUID client) {
        return database.asService(tx -> rows.listTests(tx, client, MOST_LISTED + 1))
                .map(found -> new TestRecords(found.subList(0, Math.min(found.size(), MOST_LISTED)), found.size() > MOST_LISTED));
    }

    Uni<TestRecords> confirm(ChosenRecords chosen) {
        var isTest = !Boolean.FALSE.equals(chosen.isTest());
        return database.asService(tx -> audit.sign(tx).chain(() -> rows.confirm(tx, chosen.ids(), isTest)))
                .map(changed -> new TestRecords(changed, false));
    }

    Uni<Purged> purge(Purge purge) {
        return database.asService(tx -> rows.lockTests(tx, purge.ids())
                .chain(confirmed -> rows.measure(tx, confirmed).chain(extent -> purge(tx, purge, confirmed, extent))));
    }

    private Uni<Purged> purge(Tx tx, Purge purge, Ids confirmed, Extent extent) {
        var digest = digest(confirmed, extent);
        if (purge.isDry()) {
            return Uni.createFrom().item(answer(purge, confirmed, extent, digest));
        }
        if (!digest.equals(purge.digest())) {
            throw Problem.conflict("TEST_DATA_CHANGED", "This is not what the dry run showed; look at a new one");
        }
        return audit.sign(tx).chain(() -> rows.purge(tx, confirmed)).replaceWith(answer(purge, confirmed, extent, digest));
    }

    private static String digest(Ids ids, Extent extent) {
        return Digests.hex(Digests.sha256(ids + " " + extent));
    }

    private static Purged answer(Purge purge, Ids confirmed, Extent extent, String digest) {
        var asked = purge.ids();
        var refused = List.of(asked.clients().stream().filter(id -> !confirmed.clients().contains(id)).toList(),
                asked.leads().stream().filter(id -> !confirmed.leads().contains(id)).toList()).stream().flatMap(List::stream).toList();
        return new Purged(purge.isDry(), extent.clients(), extent.leads(), extent.actions(), extent.insights(), refused, digest);
    }
}
