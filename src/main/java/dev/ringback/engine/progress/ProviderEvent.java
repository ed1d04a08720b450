package dev.ringback.engine.progress;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import dev.ringback.engine.message.MessageStatus;

/// What a provider, or an answer, reports of a message.
///
/// @param message         our id; null where the provider gives only its own
/// @param provider        as in `engine.message.provider`
/// @param providerMessage the provider's id of the message; null where it is not known
/// @param eventId         the provider's id of this report, or the digest of what it said: the same report again has the same
/// @param at              when it happened, as reported
/// @param detail          what explains it later: codes, no personal data. Of a failure or bounce `reason` (`twilio_21610`) or `code` (`21610`,
///                        `5.1.1`) and `permanent` (a boolean) decide about the address; of any `cost_micros` and `cost_currency`
///                        ([dev.ringback.engine.channel.Cost#detail]) are kept on the message
public record ProviderEvent(UUID message, String provider, String providerMessage, String eventId, MessageStatus event, Instant at,
        Map<String, Object> detail) {

    /// Of a message whose id is known.
    public ProviderEvent of(UUID known) {
        return new ProviderEvent(known, provider, providerMessage, eventId, event, at, detail);
    }
}
