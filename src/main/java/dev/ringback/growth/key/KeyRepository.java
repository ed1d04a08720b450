package dev.ringback.growth.key;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class KeyRepository {

    private final Statements sql = Statements.of(KeyRepository.class);

    /// @param until null where the replaced key ends at once
    record Rotation(ApiKey key, Instant until, String reason, String by) {}

    /// The only client that row level security leaves the caller.
    Uni<Optional<UUID>> findOwn(Tx tx) {
        return tx.first(Query.of(sql.get("find_own")), row -> row.getUUID("client_id"));
    }

    /// Answers the new key's visible prefix.
    Uni<String> rotate(Tx tx, UUID client, Rotation rotation, Instant now) {
        return tx.run(Query.of(sql.get("log")).bind("client", client).bind("until", rotation.until()).bind("reason", rotation.reason())
                .bind("by", rotation.by()).bind("prefix", prefix(rotation.key())).bind("now", now))
                .chain(() -> tx.one(Query.of(sql.get("replace")).bind("client", client).bind("key", rotation.key().plain()).bind("now", now),
                        row -> row.getString("api_key_prefix")));
    }

    private static String prefix(ApiKey key) {
        return key.plain().substring(0, key.plain().indexOf('_', "rb_".length()));
    }
}
