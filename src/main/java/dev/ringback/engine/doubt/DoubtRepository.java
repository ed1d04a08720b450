package dev.ringback.engine.doubt;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.http.Cursor;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class DoubtRepository {

    private final Statements sql = Statements.of(DoubtRepository.class);

    record Raised(Channel channel, UUID message, List<String> rules) {}

    record Settled(UUID message, Channel channel, Party party) {}

    Uni<Integer> raise(Tx tx, Party party, Hashed hash, Raised raised, Instant now) {
        return tx.run(tenancy("raise", new Tenancy(party.pack(), party.tenant()))
                .bind("hash", hash.value())
                .bind("key_id", hash.keyId())
                .bind("channel", raised.channel())
                .bind("message", raised.message())
                .bindAll("rules", raised.rules(), String[]::new)
                .bind("now", now));
    }

    Uni<List<Doubt>> listOpen(Tx tx, Tenancy tenancy, Cursor before, int limit) {
        return tx.list(tenancy("list_open", tenancy).bind("before_at", before.at()).bind("before_id", before.id()).bind("limit", limit),
                row -> new Doubt(row.getUUID("id"), row.getUUID("message_id"), row.getString("channel"), row.getString("text"),
                        List.of(row.getArrayOfStrings("rules")), Rows.instant(row, "raised_at")));
    }

    /// Empty where there is no such open one of this tenant.
    Uni<List<Settled>> settle(Tx tx, Tenancy tenancy, Settlement settlement, String settledBy, Instant now) {
        return tx.list(tenancy("settle", tenancy).bind("id", settlement.id()).bind("is_opt_out", settlement.optOut()).bind("settled_by", settledBy)
                .bind("now", now),
                row -> new Settled(row.getUUID("message_id"), Channel.of(row.getString("channel")), party(tenancy, row)));
    }

    // What is left of an erased address still takes the no.
    private static Party party(Tenancy tenancy, Row row) {
        var address = row.getString("address");
        return address == null
                ? Party.erased(tenancy.pack(), tenancy.tenant(), new Hashed(row.getString("key_id"), Rows.bytes(row, "address_hash")))
                : new Party(tenancy.pack(), tenancy.tenant(), address);
    }

    private Query tenancy(String name, Tenancy tenancy) {
        return Query.of(sql.get(name)).bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant());
    }
}
