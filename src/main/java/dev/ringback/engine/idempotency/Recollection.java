package dev.ringback.engine.idempotency;

import java.time.Instant;

/// What an idempotency key means for the request that carries it.
sealed interface Recollection {

    /// The key is ours now: run.
    ///
    /// @param since when the request was first made
    record Fresh(Instant since) implements Recollection {}

    /// The same request was answered so.
    record Answered(int status, String body) implements Recollection {}

    /// The same request is running.
    record Running() implements Recollection {}

    /// Another request used this key.
    record OtherRequest() implements Recollection {}
}
