package dev.ringback.engine.webhook;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class WebhookRepository {

    private final Statements sql = Statements.of(WebhookRepository.class);

    Uni<Optional<String>> findSecret(Tx tx, String name) {
        return tx.one(Query.of(sql.get("find_secret")).bind("name", name), row -> Optional.ofNullable(row.getString("secret")));
    }
}
