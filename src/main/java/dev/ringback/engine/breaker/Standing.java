package dev.ringback.engine.breaker;

import java.time.Instant;

/// Whether messages may go through a circuit.
public sealed interface Standing {

    record Closed() implements Standing {}

    /// None, until then.
    record Open(Instant until) implements Standing {}

    /// One, to try it.
    record HalfOpen() implements Standing {}
}
