package dev.ringback.recruiting.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When somebody is reminded in a silence.
///
/// @param after from the silence's beginning, ascending
public record ReminderTimes(List<Duration> after) {

    private static final int MOST = 3;

    public ReminderTimes {
        after = after.stream().sorted().limit(MOST).toList();
    }

    /// When the reminder after the `nth` is due; null where there is none.
    Instant next(Instant since, int nth) {
        return nth < after.size() ? since.plus(after.get(nth)) : null;
    }

    /// How many were due by now.
    int passed(Instant since, Instant now) {
        return (int) after.stream().filter(wait -> !since.plus(wait).isAfter(now)).count();
    }

    public List<Long> seconds() {
        return after.stream().map(Duration::toSeconds).toList();
    }
}
