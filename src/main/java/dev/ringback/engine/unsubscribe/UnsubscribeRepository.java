package dev.ringback.engine.unsubscribe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class UnsubscribeRepository {

    private final Statements sql = Statements.of(UnsubscribeRepository.class);

    Uni<Optional<Recipient>> findRecipient(Tx tx, UUID message) {
        return tx.first(Query.of(sql.get("find_recipient")).bind("id", message), row -> new Recipient(party(row),
                Channel.of(row.getString("channel")), row.getString("language"), row.getString("display_name")));
    }

    private static Party party(Row row) {
        var address = row.getString("their_address");
        return address == null
                ? Party.erased(row.getString("pack"), row.getString("tenant"),
                        new Hashed(row.getString("their_key_id"), Rows.bytes(row, "their_hash")))
                : new Party(row.getString("pack"), row.getString("tenant"), address);
    }

    Uni<List<Address>> listAddresses(Tx tx, Party party) {
        return tx.list(Query.of(sql.get("list_addresses")).bind("pack", party.pack()).bind("tenant", party.tenant()).bind("address", party.address()),
                row -> new Address(Address.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("address")));
    }
}
