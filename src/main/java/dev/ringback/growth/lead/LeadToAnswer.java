package dev.ringback.growth.lead;

import java.time.Instant;
import java.util.UUID;

/// A lead that wrote, with how its client wants it answered.
///
/// @param intent        null when nobody read the message yet
/// @param followupSpeed `Instant`, `Within 1 hour` or `Same day`
record LeadToAnswer(UUID id, UUID clientId, String email, String name, String message, String language, String urgency, String intent,
        Standing standing, Instant lastSubmittedAt, House house) {

    /// Whether it may be written to at all.
    record Standing(String currentTag, boolean deleted, boolean isTest) {}

    /// The client's own wishes.
    record House(String businessName, String tagline, String bookingLink, String followupSpeed, String timeZone, String emailTone) {}
}
