package dev.ringback.engine.model;

import io.smallrye.mutiny.Uni;

/// Somebody to ask where rules find nothing.
public interface Model {

    /// Whether there is one: where not, asking is a waste of a step.
    boolean isThere();

    /// Never fails: no answer is one. Takes its time, so never inside a transaction.
    Uni<ModelAnswer> ask(Question question);
}
