package dev.ringback.engine.erasure;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.erasure.SubjectData.Held;
import dev.ringback.engine.erasure.SubjectData.Said;
import dev.ringback.engine.erasure.SubjectData.Written;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ErasureRepository {

    private final Statements sql = Statements.of(ErasureRepository.class);

    /// The address alone where nobody has linked it.
    Uni<List<String>> listAddresses(Tx tx, Party party) {
        return tx.list(tenancy("list_addresses", new Tenancy(party.pack(), party.tenant())).bind("address", party.address()),
                row -> row.getString("address")).map(all -> all.isEmpty() ? List.of(party.address()) : all);
    }

    Uni<List<Written>> listMessages(Tx tx, Somebody somebody, int limit) {
        return tx.list(list("list_messages", somebody, limit), ErasureRepository::written);
    }

    Uni<List<Said>> listEntries(Tx tx, Somebody somebody, int limit) {
        return tx.list(list("list_entries", somebody, limit), row -> new Said(Rows.instant(row, "at"), row.getString("event"),
                row.getString("channel_family"), row.getString("scope"), row.getString("source"), Rows.object(row, "evidence"),
                row.getString("text_version")));
    }

    Uni<List<Held>> listSuppressions(Tx tx, Somebody somebody, int limit) {
        return tx.list(list("list_suppressions", somebody, limit), row -> new Held(Rows.instant(row, "since"), Rows.instant(row, "until"),
                row.getString("channel_family"), row.getString("scope"), row.getString("reason"), row.getString("source")));
    }

    Uni<Integer> eraseMessages(Tx tx, Somebody somebody, Instant now) {
        return tx.one(hashes("erase_messages", somebody).bind("now", now), row -> row.getInteger("erased"));
    }

    Uni<Integer> deletePerson(Tx tx, Somebody somebody) {
        return tx.run(addresses(tenancy("delete_person", somebody.tenancy()), somebody));
    }

    private Query list(String name, Somebody somebody, int limit) {
        return hashes(name, somebody).bind("limit", limit);
    }

    private Query hashes(String name, Somebody somebody) {
        return tenancy(name, somebody.tenancy()).bindAll("hashes", somebody.hashes().stream().map(Hashed::value).toList(), Buffer[]::new);
    }

    private static Query addresses(Query query, Somebody somebody) {
        return query.bindAll("addresses", somebody.addresses(), String[]::new);
    }

    private Query tenancy(String name, Tenancy tenancy) {
        return Query.of(sql.get(name)).bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant());
    }

    private static Written written(Row row) {
        return new Written(row.getUUID("id"), Rows.instant(row, "at"), row.getString("direction"), row.getString("channel"), row.getString("step"),
                row.getString("status"), row.getString("reason"), row.getString("their_address"), row.getString("subject"),
                row.getString("body_text"));
    }
}
