package dev.ringback.engine.channel;

/// Who a tenant's messages are from on one channel, and through whose account they leave.
///
/// @param address  a mail address or a number; null for the installation's own
/// @param provider as [MessageSender#provider]; null for the installation's
/// @param account  the tenant's own at the provider (account, phone number or connection id); null for the installation's
/// @param secret   key of the account or password of the server; null where there is none
/// @param server   null for the installation's own, and for what is no mail
public record SenderIdentity(String displayName, String address, String provider, String account, String secret, Server server) {

    /// A tenant's own mail server.
    ///
    /// @param port     null for the usual one
    /// @param username null where the server asks for none
    public record Server(String host, Integer port, String username) {}

    /// The same from another address.
    public SenderIdentity from(String other) {
        return new SenderIdentity(displayName, other, provider, account, secret, server);
    }

    @Override
    public String toString() {
        return "SenderIdentity[%s via %s]".formatted(address, server == null ? provider : server.host());
    }
}
