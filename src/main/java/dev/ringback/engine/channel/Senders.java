package dev.ringback.engine.channel;

import jakarta.enterprise.context.ApplicationScoped;

/// Chooses the way out.
@ApplicationScoped
public class Senders {

    private final ChannelConfig config;
    private final OutboxSender outbox;
    private final SmtpSender smtp;

    Senders(ChannelConfig config, OutboxSender outbox, SmtpSender smtp) {
        this.config = config;
        this.outbox = outbox;
        this.smtp = smtp;
    }

    /// Channels without a configured provider go to the outbox.
    public MessageSender of(Channel channel) {
        return switch (channel) {
            case EMAIL -> switch (config.email().adapter()) {
                case OUTBOX -> outbox;
                case SMTP -> smtp;
            };
            case SMS, VOICE, WHATSAPP, WEB_FORM -> outbox;
        };
    }

    /// The identity with the installation's own address where the tenant has none.
    public SenderIdentity complete(SenderIdentity identity) {
        var address = identity.address() == null ? config.email().from() : identity.address();
        return identity.from(address);
    }
}
