package dev.ringback.engine.channel;

import java.time.Instant;

/// A provider's answer.
public sealed interface Delivery {

    record Accepted(String providerId) implements Delivery {}

    /// @param permanent whether trying again is pointless
    record Refused(String reason, boolean permanent) implements Delivery {}

    record RetryAfter(Instant at) implements Delivery {}
}
