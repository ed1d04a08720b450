package dev.ringback.engine.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import dev.ringback.engine.consent.AddressHash.Hashed;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ConsentRepository {

    private final Statements sql = Statements.of(ConsentRepository.class);

    Uni<Integer> recordRevocation(Tx tx, Party party, Hashed hash, String source, Map<String, Object> evidence, Instant now) {
        return tx.run(query("record_event", party, hash, now).bind("event", "revoked").bind("source", source).bind("evidence", evidence));
    }

    Uni<Integer> suppress(Tx tx, Party party, Hashed hash, String reason, Instant now) {
        return tx.run(query("suppress", party, hash, now).bind("reason", reason));
    }

    Uni<Optional<String>> findSuppression(Tx tx, Party party, List<Hashed> hashes, String family, Instant now) {
        return tx.first(Query.of(sql.get("find_suppression"))
                .bindAll("hashes", hashes.stream().map(Hashed::value).toList(), Buffer[]::new)
                .bind("pack", party.pack())
                .bind("tenant", party.tenant())
                .bind("family", family)
                .bind("now", now), row -> row.getString("reason"));
    }

    // An opt-out covers every channel: `revoke-all` is how tenants are set up unless they choose otherwise.
    private Query query(String name, Party party, Hashed hash, Instant now) {
        return Query.of(sql.get(name))
                .bind("pack", party.pack())
                .bind("tenant", party.tenant())
                .bind("hash", hash.value())
                .bind("key_id", hash.keyId())
                .bind("family", "all")
                .bind("now", now);
    }
}
