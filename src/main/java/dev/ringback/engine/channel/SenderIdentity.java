package dev.ringback.engine.channel;

/// Who a tenant's messages are from on one channel, and through which server they leave.
///
/// @param address  null for the installation's own
/// @param smtpHost null for the installation's own server
public record SenderIdentity(String displayName, String address, String smtpHost, Integer smtpPort, String smtpUsername, String smtpPassword) {

    @Override
    public String toString() {
        return "SenderIdentity[%s via %s]".formatted(address, smtpHost);
    }
}
