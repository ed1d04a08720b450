package dev.ringback.growth.client;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.security.ApiKey;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Rows;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class ClientRepository {

    private final Statements sql = Statements.of(ClientRepository.class);

    /// Answers the key's visible prefix.
    Uni<String> register(Tx tx, UUID clientId, Registration client, Credentials credentials, String defaultZone) {
        return tx.one(Query.of(sql.get("register"))
                .bind("client_id", clientId)
                .bind("business_name", client.businessName())
                .bind("contact_name", client.contactName())
                .bind("email", client.email())
                .bind("password_hash", credentials.passwordHash())
                .bind("api_key", credentials.key().plain())
                .bind("language", client.language())
                .bind("email_tone", client.emailTone())
                .bind("followup_speed", client.followupSpeed())
                .bind("time_zone", client.timeZone())
                .bind("default_zone", defaultZone)
                .bind("booking_link", client.bookingLink())
                .bind("custom_tagline", client.customTagline())
                .bind("outbound_email", client.outboundEmail())
                .bind("smtp_host", client.smtpHost())
                .bind("smtp_port", client.smtpPort())
                .bind("smtp_username", client.smtpUsername())
                .bind("smtp_password", client.smtpPassword()), row -> row.getString("api_key_prefix"));
    }

    /// A client that shows a key.
    ///
    /// @param lastConnection null when it was never here
    record Known(UUID clientId, Instant lastConnection) {}

    Uni<Integer> noteConnection(Tx tx, UUID clientId, Instant before, Instant now) {
        return tx.run(Query.of(sql.get("note_connection")).bind("client_id", clientId).bind("before", before).bind("now", now));
    }

    Uni<Optional<Known>> findByKey(Tx tx, ApiKey key, Instant now) {
        return tx.first(Query.of(sql.get("find_by_key")).bind("digest", key.digest()).bind("now", now),
                row -> new Known(row.getUUID("client_id"), Rows.instant(row, "last_connection")));
    }

    /// @param passwordHash bcrypt; null for a client that cannot sign in by password
    record Credentials(ApiKey key, String passwordHash) {}
}
