package dev.ringback.engine.channel;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

/// Chooses the way out.
@ApplicationScoped
public class Senders {

    private static final String OUTBOX = "outbox";
    private static final String SMTP = "smtp";
    private static final String NOBODY = "no-reply@localhost";

    private final ChannelConfig config;
    private final OutboxSender outbox;
    private final List<ProviderSender> providers;

    Senders(ChannelConfig config, OutboxSender outbox, @All List<ProviderSender> providers) {
        this.config = config;
        this.outbox = outbox;
        this.providers = List.copyOf(providers);
    }

    /// @throws IllegalArgumentException when a configured adapter is none
    void check(@Observes StartupEvent event) {
        for (var channel : Channel.values()) {
            of(channel);
        }
    }

    /// The installation's way.
    public MessageSender of(Channel channel) {
        return named(channel, way(channel).adapter());
    }

    /// The tenant's way. Where the installation keeps messages, a tenant's own are kept too.
    public MessageSender of(Channel channel, SenderIdentity identity) {
        var installation = way(channel).adapter();
        return named(channel, installation.equals(OUTBOX) ? OUTBOX : own(identity).orElse(installation));
    }

    /// The way by which a message may have left, to learn what became of it. Empty where that way is closed: the installation
    /// keeps messages by now, or the tenant has changed to a provider of its own, and nobody knows its account at the one before.
    ///
    /// @param provider as in `engine.message.provider`; null where none is known
    public Optional<MessageSender> earlier(Channel channel, SenderIdentity identity, String provider) {
        var present = of(channel, identity);
        if (present.provider().equals(provider)) {
            return Optional.of(present);
        }
        return provider == null || present == outbox || own(identity).isPresent() ? Optional.empty() : find(channel, provider);
    }

    /// The address or number of tenants that have none of their own, as it was set; empty where there is none.
    public Optional<String> shared(Channel channel) {
        return way(channel).from();
    }

    /// The identity with the installation's own address where the tenant has none.
    public SenderIdentity complete(Channel channel, SenderIdentity identity) {
        return identity.address() == null ? identity.from(way(channel).from().orElse(NOBODY)) : identity;
    }

    private static Optional<String> own(SenderIdentity identity) {
        return Optional.ofNullable(identity.provider()).or(() -> Optional.ofNullable(identity.server()).map(_ -> SMTP));
    }

    private MessageSender named(Channel channel, String name) {
        return find(channel, name).orElseThrow(() -> new IllegalArgumentException("no adapter %s for %s".formatted(name, channel.word())));
    }

    private Optional<MessageSender> find(Channel channel, String name) {
        return name.equals(OUTBOX) ? Optional.of(outbox)
                : providers.stream().filter(sender -> sender.channel() == channel && sender.provider().equals(name))
                        .<MessageSender>map(sender -> sender).findFirst();
    }

    private ChannelConfig.Way way(Channel channel) {
        return switch (channel) {
            case EMAIL -> config.email();
            case SMS -> config.sms();
            case VOICE -> config.voice();
            case WHATSAPP -> config.whatsapp();
            case WEB_FORM -> config.webForm();
        };
    }
}
