package dev.ringback.growth.sender;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ServerRepository {

    private final Statements sql = Statements.of(ServerRepository.class);

    /// The client whose server it is.
    record Owner(UUID clientId, String businessName, String email, String language) {}

    /// The only client that row level security leaves the caller.
    Uni<Optional<Owner>> findOwner(Tx tx) {
        return tx.first(Query.of(sql.get("find_owner")),
                row -> new Owner(row.getUUID("client_id"), row.getString("business_name"), row.getString("email"), row.getString("language")));
    }

    Uni<Integer> keep(Tx tx, UUID client, OwnServer server, Instant now) {
        return tx.run(Query.of(sql.get("keep"))
                .bind("client", client)
                .bind("outbound_email", server.outboundEmail())
                .bind("host", server.smtpHost())
                .bind("port", server.smtpPort())
                .bind("username", server.smtpUsername())
                .bind("password", server.smtpPassword())
                .bind("now", now));
    }

    Uni<Integer> forget(Tx tx, UUID client) {
        return tx.run(Query.of(sql.get("forget")).bind("client", client));
    }
}
