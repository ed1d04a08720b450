package dev.ringback.engine.inbox;

import java.time.Instant;
import java.util.UUID;

import dev.ringback.engine.message.OutboundMessage;

/// A stored body that is to be worked.
///
/// @param query of the address that it was sent to, undecoded; null where there was none
public record InboxItem(UUID id, String provider, String eventId, String contentType, String query, byte[] body, Instant receivedAt) {

    /// Under which it is stored where it is a message: the same delivery again is the same one.
    public UUID message() {
        return OutboundMessage.receivedId(provider, eventId);
    }
}
