package dev.ringback.engine.provider;

import java.util.Optional;

import dev.ringback.engine.channel.SenderIdentity;

/// An account at a provider with what opens it.
///
/// @param id where the provider wants none, empty
public record Account(String id, String key) {

    /// The tenant's, or the installation's. A tenant's account goes with its own key only, or one tenant could name another's.
    public static Optional<Account> of(SenderIdentity identity, Optional<String> id, Optional<String> key) {
        return identity.account() != null
                ? Optional.ofNullable(identity.secret()).map(secret -> new Account(identity.account(), secret))
                : id.flatMap(own -> key.map(secret -> new Account(own, secret)));
    }

    /// Where the key alone opens the account.
    public static Optional<Account> of(SenderIdentity identity, Optional<String> key) {
        return Optional.ofNullable(identity.secret()).or(() -> key).map(secret -> new Account("", secret));
    }

    @Override
    public String toString() {
        return "Account[%s]".formatted(id);
    }
}
