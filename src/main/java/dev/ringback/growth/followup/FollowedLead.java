package dev.ringback.growth.followup;

import java.time.Instant;
import java.util.UUID;

/// A lead with how far its reminders are.
///
/// @param since null when it is not to be followed up
record FollowedLead(UUID id, UUID clientId, String email, String name, String language, Instant since, boolean isTest, Progress progress,
        House house) {

    /// @param answered whether the person wrote since, by any way
    /// @param written  reminders of this ladder so far
    /// @param lastAt   of the last one; null without
    record Progress(boolean answered, int written, Instant lastAt) {}

    /// The client's own wishes.
    record House(String businessName, String tagline, String bookingLink, String timeZone, String emailTone) {}
}
