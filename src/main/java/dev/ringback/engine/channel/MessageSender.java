package dev.ringback.engine.channel;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/// One provider on one channel. No answer is a failure of the `Uni`: then nobody knows whether it took the message.
public interface MessageSender {

    /// As in `engine.message.provider`.
    String provider();

    Uni<Delivery> send(Outgoing message);

    default Recovery recovery() {
        return Recovery.NONE;
    }

    /// How long after its first submission the provider knows a message again by its key, where [#recovery] is
    /// [Recovery#SAME_KEY]. Empty: for ever.
    default Optional<Duration> keyLifetime() {
        return Optional.empty();
    }

    /// What became of a message that may have been handed over; asked where [#recovery] is [Recovery#BY_REFERENCE]. Empty when
    /// the provider certainly doesn't have it, so that it may be sent; a failure when it can't tell now.
    default Uni<Optional<Delivery>> find(Outgoing message) {
        return Uni.createFrom().failure(() -> new UnsupportedOperationException(provider() + " cannot be asked"));
    }
}
