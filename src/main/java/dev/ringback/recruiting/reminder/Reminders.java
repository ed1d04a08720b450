package dev.ringback.recruiting.reminder;

import jakarta.enterprise.context.ApplicationScoped;

/// The configured times, for those who begin a silence.
@ApplicationScoped
public class Reminders {

    private final ReminderTimes times;

    Reminders(ReminderConfig config) {
        this.times = new ReminderTimes(config.after());
    }

    public ReminderTimes times() {
        return times;
    }
}
