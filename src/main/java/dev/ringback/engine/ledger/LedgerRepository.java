package dev.ringback.engine.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.ledger.Standing.LedgerEntry;
import dev.ringback.engine.ledger.Standing.OfFamily;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class LedgerRepository {

    private static final int MOST_ENTRIES = 200;

    private final Statements sql = Statements.of(LedgerRepository.class);
    private final AddressHash hash;

    LedgerRepository(AddressHash hash) {
        this.hash = hash;
    }

    Uni<List<OfFamily>> listStanding(Tx tx, Party party, Instant now) {
        return tx.list(address("list_standing", party).bind("now", now), row -> new OfFamily(row.getString("family"), row.getString("suppressed"),
                "granted".equals(row.getString("last_event"))));
    }

    Uni<List<LedgerEntry>> listEntries(Tx tx, Party party) {
        return tx.list(address("list_entries", party).bind("limit", MOST_ENTRIES), LedgerRepository::entry);
    }

    Uni<Optional<Settings>> findSettings(Tx tx, Tenancy tenancy) {
        return tx.first(tenancy("find_settings", tenancy), LedgerRepository::settings);
    }

    Uni<Settings> keepSettings(Tx tx, Tenancy tenancy, SettingsChange change, Instant now) {
        return tx.one(tenancy("keep_settings", tenancy).bind("revoke_all", change.revokeAll()).bind("postal_address", change.postalAddress())
                .bind("now", now), LedgerRepository::settings);
    }

    private Query address(String name, Party party) {
        return tenancy(name, new Tenancy(party.pack(), party.tenant()))
                .bindAll("hashes", hash.all(party.address()).stream().map(Hashed::value).toList(), Buffer[]::new);
    }

    private Query tenancy(String name, Tenancy tenancy) {
        return Query.of(sql.get(name)).bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant());
    }

    private static Settings settings(Row row) {
        return new Settings(row.getBoolean("revoke_all"), row.getString("postal_address"));
    }

    private static LedgerEntry entry(Row row) {
        return new LedgerEntry(Rows.instant(row, "at"), row.getString("event"), row.getString("channel_family"), row.getString("scope"),
                row.getString("source"), Rows.object(row, "evidence"), row.getString("text_version"));
    }
}
