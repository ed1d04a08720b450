package dev.ringback.engine.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The next time at which every one of several schedules is open.
public final class Windows {

    /// What must be left of an opening for a send to begin in it.
    public static final Duration MIN_SLACK = Duration.ofSeconds(60);

    /// How many local dates after the question's own are looked at.
    static final int HORIZON_DAYS = 35;

    // Nearly every question has its answer here.
    private static final int NEXT_DAYS = 4;

    private Windows() {}

    /// The first slot that begins at or after `t` and has at least `minSlack`; empty where the schedules leave none within the
    /// horizon. Without any schedule it is always open.
    public static Optional<Slot> next(Instant t, List<Schedule> schedules, Duration minSlack) {
        return Stream.of(NEXT_DAYS, HORIZON_DAYS).flatMap(days -> common(t, schedules, days))
                .map(slot -> slot.notBefore(t)).filter(slot -> !slot.isEmpty() && slot.length().compareTo(minSlack) >= 0).findFirst();
    }

    private static Stream<Slot> common(Instant t, List<Schedule> schedules, int days) {
        return schedules.stream().map(schedule -> schedule.slots(t, days)).reduce(Windows::intersection)
                .orElseGet(() -> List.of(new Slot(t, Instant.MAX))).stream();
    }

    private static List<Slot> intersection(List<Slot> some, List<Slot> others) {
        var both = new ArrayList<Slot>();
        for (int i = 0, j = 0; i < some.size() && j < others.size();) {
            var common = some.get(i).intersection(others.get(j));
            if (!common.isEmpty()) {
                both.add(common);
            }
            if (some.get(i).until().isBefore(others.get(j).until())) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }
}
