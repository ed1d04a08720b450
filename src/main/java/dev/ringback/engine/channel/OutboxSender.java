package dev.ringback.engine.channel;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/// Sends nothing: the message row itself is what `outbox` shows, so one that was cut off is kept again.
@ApplicationScoped
class OutboxSender implements MessageSender {

    @Override
    public String provider() {
        return "outbox";
    }

    @Override
    public Uni<Delivery> send(Outgoing message) {
        return Uni.createFrom().item(new Delivery.Accepted(message.id().toString()));
    }

    @Override
    public Recovery recovery() {
        return Recovery.SAME_KEY;
    }
}
