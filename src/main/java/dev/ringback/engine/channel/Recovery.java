package dev.ringback.engine.channel;

/// How one finds out what became of a message whose submission was cut off.
public enum Recovery {
    /// The provider takes our id as its idempotency key: submitted again, it is the same message.
    SAME_KEY,
    /// The provider can be asked by our reference.
    BY_REFERENCE,
    /// Nobody knows. The channel's setting says whether it is given up or sent again.
    NONE
}
