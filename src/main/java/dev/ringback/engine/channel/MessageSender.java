package dev.ringback.engine.channel;

import io.smallrye.mutiny.Uni;

/// One provider on one channel. No answer is a failure of the `Uni`.
public interface MessageSender {

    /// As in `engine.message.provider`.
    String provider();

    Uni<Delivery> send(Outgoing message);
}
