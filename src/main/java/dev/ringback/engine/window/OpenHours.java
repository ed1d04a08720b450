package dev.ringback.engine.window;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import java.util.stream.Stream;

/// Hours of the week during which something is open, by the clock on the wall.
///
/// @param from  equal to `to` where it is closed
/// @param to    not after `from` where the hours cross midnight: the part after it lies on the next date, and is due to the
///              weekday of the first
/// @param allDay from midnight to midnight, whatever `from` and `to` say
public record OpenHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, boolean allDay) {

    public OpenHours {
        days = Set.copyOf(days);
    }

    public static OpenHours of(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        return new OpenHours(days, from, to, false);
    }

    /// Every day of the week.
    public static OpenHours daily(LocalTime from, LocalTime to) {
        return of(Set.of(DayOfWeek.values()), from, to);
    }

    /// The parts that lie on this date, the one of the evening before included.
    Stream<LocalSpan> on(LocalDate date) {
        return Stream.concat(ofTheEveningBefore(date), own(date)).filter(span -> span.from().isBefore(span.until()));
    }

    private Stream<LocalSpan> own(LocalDate date) {
        if (!days.contains(date.getDayOfWeek())) {
            return Stream.empty();
        }
        if (allDay) {
            return Stream.of(new LocalSpan(date.atStartOfDay(), midnightAfter(date)));
        }
        return Stream.of(new LocalSpan(date.atTime(from), crossesMidnight() ? midnightAfter(date) : date.atTime(to)));
    }

    private Stream<LocalSpan> ofTheEveningBefore(LocalDate date) {
        return !allDay && crossesMidnight() && days.contains(date.minusDays(1).getDayOfWeek())
                ? Stream.of(new LocalSpan(date.atStartOfDay(), date.atTime(to)))
                : Stream.empty();
    }

    private boolean crossesMidnight() {
        return to.isBefore(from);
    }

    private static LocalDateTime midnightAfter(LocalDate date) {
        return date.plusDays(1).atStartOfDay();
    }
}
