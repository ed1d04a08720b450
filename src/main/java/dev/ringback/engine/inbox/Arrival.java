package dev.ringback.engine.inbox;

/// A verified body, as it is stored.
///
/// @param eventId unique per provider: what makes a repeated delivery one
/// @param query   of the address that it was sent to, undecoded; null where there was none
public record Arrival(String provider, String eventId, String contentType, String query, byte[] body) {

    public Arrival(String provider, String eventId, String contentType, byte[] body) {
        this(provider, eventId, contentType, null, body);
    }
}
