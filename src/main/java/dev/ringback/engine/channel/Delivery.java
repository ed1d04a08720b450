package dev.ringback.engine.channel;

import java.time.Instant;

/// A provider's answer.
public sealed interface Delivery {

    /// @param cost null where the provider doesn't say it yet
    record Accepted(String providerId, Cost cost) implements Delivery {

        public Accepted(String providerId) {
            this(providerId, null);
        }
    }

    /// The provider was not reached, or closes just now: it certainly did not take it, and would not take another one.
    record Unreached(String reason) implements Delivery {}

    /// Of this message, by a provider that is there.
    ///
    /// @param permanent whether trying again is pointless
    record Refused(String reason, boolean permanent) implements Delivery {}

    record RetryAfter(Instant at) implements Delivery {}
}
