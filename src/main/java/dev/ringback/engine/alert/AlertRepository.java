package dev.ringback.engine.alert;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.Tenancy;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class AlertRepository {

    private final Statements sql = Statements.of(AlertRepository.class);

    Uni<Optional<Listeners>> findListeners(Tx tx, Tenancy tenancy) {
        return tx.first(query("find_listeners", tenancy), row -> new Listeners(row.getString("email"), row.getString("escalate_to"),
                row.getString("language"), row.getString("webhook_url"), row.getString("webhook_secret_name")));
    }

    /// Until the transaction ends nobody else sets the tenant's.
    Uni<Void> lock(Tx tx, Tenancy tenancy) {
        return tx.run(query("lock", tenancy)).replaceWithVoid();
    }

    Uni<Integer> save(Tx tx, Tenancy tenancy, Listeners listeners, Instant now) {
        return tx.run(query("save", tenancy).bind("email", listeners.email()).bind("escalate_to", listeners.escalateTo())
                .bind("language", listeners.language()).bind("webhook_url", listeners.webhookUrl())
                .bind("webhook_secret_name", listeners.webhookSecretName()).bind("now", now));
    }

    /// Answers its name in the vault.
    ///
    /// @param secret null forgets the tenant's, and has no name
    Uni<String> keepSecret(Tx tx, Tenancy tenancy, String secret) {
        return tx.one(query("keep_secret", tenancy).bind("secret", secret), row -> Optional.ofNullable(row.getString("name")))
                .map(name -> name.orElse(null));
    }

    private Query query(String name, Tenancy tenancy) {
        return Query.of(sql.get(name)).bind("pack", tenancy.pack()).bind("tenant", tenancy.tenant());
    }
}
