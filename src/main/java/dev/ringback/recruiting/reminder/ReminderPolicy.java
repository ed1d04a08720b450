package dev.ringback.recruiting.reminder;

import java.time.Instant;

/// Whether a quiet candidate is reminded, and when again. When a reminder may leave is not decided here but by `SendPolicy`.
final class ReminderPolicy {

    sealed interface Decision {

        /// @param next when the one after it is due; null for never
        record Remind(int nth, Instant next) implements Decision {}

        record Wait(Instant until) implements Decision {}

        record Stop(String reason) implements Decision {}
    }

    private ReminderPolicy() {}

    static Decision decide(Reminder reminder, Instant now, ReminderTimes times) {
        if (!reminder.isActive()) {
            return new Decision.Stop("session is over");
        }
        if (reminder.dueAt() == null || reminder.silentSince() == null || reminder.isAnswered()) {
            return new Decision.Stop("nobody is silent");
        }
        if (reminder.isOver(now)) {
            return new Decision.Stop("campaign is over");
        }
        if (reminder.sent() >= times.after().size()) {
            return new Decision.Stop("reminded often enough");
        }
        if (reminder.dueAt().isAfter(now)) {
            return new Decision.Wait(reminder.dueAt());
        }
        var nth = Math.max(reminder.sent() + 1, times.passed(reminder.silentSince(), now));
        return new Decision.Remind(nth, within(reminder, times.next(reminder.silentSince(), nth)));
    }

    private static Instant within(Reminder reminder, Instant next) {
        var end = reminder.contact().endsAt();
        return next == null || end != null && !next.isBefore(end) ? null : next;
    }
}
