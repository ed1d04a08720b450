package dev.ringback.engine.consent;

import dev.ringback.engine.channel.Channel;

/// A no, about to be kept.
///
/// @param family whom it is about by its channel; the tenant's `revoke_all` widens a personal one to every channel and address
public record Refusal(Party party, Family family, Scope scope, Reason reason, Origin origin, boolean mayWiden) {

    /// The person's own no on a channel, in his words or by his click.
    public static Refusal optOut(Party party, Channel channel, Origin origin) {
        return new Refusal(party, Family.of(channel), Scope.TENANT, Reason.OPTED_OUT, origin, true);
    }

    /// What a provider reported about an address.
    public static Refusal reported(Party party, Channel channel, Reason reason, Origin origin) {
        return new Refusal(party, Family.of(channel), Scope.TENANT, reason, origin, true);
    }

    boolean widens() {
        return mayWiden && reason.isPersonal() && scope.equals(Scope.TENANT);
    }
}
