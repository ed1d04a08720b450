package dev.ringback.roofing.account;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.billing.Subscriber;
import dev.ringback.engine.billing.Subscription;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Keeps what Stripe says of an account's subscription.
@ApplicationScoped
class SubscriptionChanged implements Subscriber {

    private final AccountRepository accounts;
    private final Clock clock;

    SubscriptionChanged(AccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> changed(Tx tx, Subscription subscription) {
        return accounts.recordSubscription(tx, subscription, clock.instant());
    }
}
