package dev.ringback.roofing.account;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.billing.Subscription;
import dev.ringback.engine.sql.Query;
import dev.ringback.engine.sql.Statements;
import dev.ringback.engine.sql.Tx;

@ApplicationScoped
class AccountRepository {

    private final Statements sql = Statements.of(AccountRepository.class);

    /// Answers whether the customer has an account.
    Uni<Boolean> recordSubscription(Tx tx, Subscription subscription, Instant now) {
        return tx.one(Query.of(sql.get("record_subscription"))
                .bind("customer", subscription.customer())
                .bind("subscription", subscription.id())
                .bind("status", subscription.status())
                .bind("at", subscription.at())
                .bind("now", now), row -> row.getBoolean("is_known"));
    }
}
