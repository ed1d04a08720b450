package dev.ringback.bids.notice;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.alert.Alert;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class NoticeRepository {

    private final Statements sql = Statements.of(NoticeRepository.class);

    /// Nobody where the opportunity is no card, or its card nobody's.
    Uni<Void> notifyHomeowner(Tx tx, Alert alert) {
        return tx.run(Query.of(sql.get("notify_homeowner"))
                .bind("card", alert.lead().opportunity())
                .bind("kind", alert.type())
                .bind("title", alert.isEscalation() ? "A contractor still waits for your answer" : "A contractor wants your job")
                .bind("data", alert.data())
                .bind("now", alert.at())).replaceWithVoid();
    }
}
