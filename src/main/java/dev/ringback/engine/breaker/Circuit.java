package dev.ringback.engine.breaker;

import java.util.Optional;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.channel.SenderIdentity;

/// What fails together: an account at a provider, or a mail server.
///
/// @param name of the provider, and of the tenant where the account is its own
public record Circuit(String name) {

    /// Empty where nothing fails together: kept messages, and forms, each on a page of its own.
    ///
    /// @param tenant with its pack, as `growth:…`
    public static Optional<Circuit> of(Channel channel, String provider, String tenant, SenderIdentity identity) {
        if (channel == Channel.WEB_FORM || provider.equals("outbox")) {
            return Optional.empty();
        }
        var isOwn = identity.account() != null || identity.secret() != null || identity.server() != null;
        return Optional.of(new Circuit(isOwn ? "%s:%s:%s".formatted(provider, channel.word(), tenant) : provider));
    }
}
