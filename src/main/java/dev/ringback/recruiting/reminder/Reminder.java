package dev.ringback.recruiting.reminder;

import java.time.Instant;

import dev.ringback.recruiting.message.Contact;

/// A session in which somebody may be to be reminded.
///
/// @param silentSince our last message that was no reminder; null where there is none
/// @param heardAt     the candidate's last message; null where there is none
/// @param dueAt       null where nobody is to be reminded
/// @param sent        how often he was reminded in this silence
record Reminder(Contact contact, boolean isActive, Instant silentSince, Instant heardAt, Instant dueAt, int sent) {

    boolean isAnswered() {
        return heardAt != null && !heardAt.isBefore(silentSince);
    }

    boolean isOver(Instant now) {
        return contact.endsAt() != null && !contact.endsAt().isAfter(now);
    }
}
