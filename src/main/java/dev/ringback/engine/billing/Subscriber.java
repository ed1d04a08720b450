package dev.ringback.engine.billing;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Tx;

/// A pack whose tenants subscribe.
public interface Subscriber {

    /// Answers whether the customer is one of its tenants.
    Uni<Boolean> changed(Tx tx, Subscription subscription);
}
