package dev.ringback.engine.channel;

/// A [MessageSender] that [Senders] may choose: one channel's way through one provider.
public interface ProviderSender extends MessageSender {

    Channel channel();
}
