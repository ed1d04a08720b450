package dev.ringback.engine.alert;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class AlertRepository {

    private final Statements sql = Statements.of(AlertRepository.class);

    Uni<Optional<Listeners>> findListeners(Tx tx, Subject subject) {
        return tx.first(Query.of(sql.get("find_listeners")).bind("pack", subject.pack()).bind("tenant", subject.tenant()),
                row -> new Listeners(row.getString("email"), row.getString("escalate_to"), row.getString("language"), row.getString("webhook_url"),
                        row.getString("webhook_secret_name")));
    }
}
