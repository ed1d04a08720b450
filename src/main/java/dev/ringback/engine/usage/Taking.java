package dev.ringback.engine.usage;

import java.math.BigDecimal;

/// Whether there was enough.
public sealed interface Taking {

    /// @param remaining what is left
    record Taken(BigDecimal remaining) implements Taking {}

    /// This source has taken its part before; nothing was taken now.
    record TakenBefore() implements Taking {}

    /// There is less left than was asked for; nothing was taken.
    record Exhausted() implements Taking {}
}
