package dev.ringback.engine.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;

/// Another reckoning of open hours: it looks at a clock on the wall minute by minute and knows nothing of transitions, dates as
/// objects or spans. Good for a few days around an instant and for offsets of whole minutes.
final class WindowsByMinutes {

    private static final int DAY = 24 * 60;
    private static final int BEFORE = DAY;
    private static final int AFTER = 3 * DAY;
    private static final int MARGIN = 2 * DAY;

    private final long firstMinute;
    private final long firstReading;
    // Minute by minute what the clock reads; reading by reading when it is first and last read (-1: never).
    private final int[] reading = new int[BEFORE + AFTER];
    private final int[] firstRead = new int[BEFORE + AFTER + 2 * MARGIN];
    private final int[] lastRead = new int[firstRead.length];

    WindowsByMinutes(ZoneId zone, Instant around) {
        firstMinute = Math.floorDiv(around.getEpochSecond(), 60L) - BEFORE;
        firstReading = read(zone, firstMinute) - MARGIN;
        Arrays.fill(firstRead, -1);
        Arrays.fill(lastRead, -1);
        for (var minute = 0; minute < reading.length; minute++) {
            reading[minute] = (int) (read(zone, firstMinute + minute) - firstReading);
            firstRead[reading[minute]] = firstRead[reading[minute]] < 0 ? minute : firstRead[reading[minute]];
            lastRead[reading[minute]] = minute;
        }
    }

    private static long read(ZoneId zone, long minute) {
        var instant = Instant.ofEpochSecond(minute * 60);
        return Math.floorDiv(instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds(), 60L);
    }

    /// The minutes at which it is open however a reading that comes twice is understood.
    BitSet open(Schedule schedule) {
        var wanted = wanted(schedule);
        var open = new BitSet(reading.length);
        for (var minute = 0; minute < reading.length; minute++) {
            var now = reading[minute];
            if (wanted.get(now)) {
                var opening = wanted.previousClearBit(now) + 1;
                var closing = wanted.nextClearBit(now);
                var opensAgain = lastRead[opening] > minute;
                var hasClosed = closing < firstRead.length && firstRead[closing] >= 0 && firstRead[closing] <= minute;
                open.set(minute, !opensAgain && !hasClosed);
            }
        }
        return open;
    }

    private BitSet wanted(Schedule schedule) {
        var wanted = new BitSet(firstRead.length);
        var closed = schedule.closed().stream().map(LocalDate::toEpochDay).collect(Collectors.toSet());
        for (var hours : schedule.open()) {
            var weekdays = weekdays(hours);
            var from = hours.from().toSecondOfDay() / 60;
            var to = hours.to().toSecondOfDay() / 60;
            for (var at = 0; at < firstRead.length; at++) {
                var day = (firstReading + at) / DAY;
                var minute = (int) ((firstReading + at) % DAY);
                var today = weekdays[weekday(day)];
                var isOpen = hours.allDay() ? today : isOpen(minute, from, to, today, weekdays[weekday(day - 1)]);
                wanted.set(at, wanted.get(at) || isOpen && !closed.contains(day));
            }
        }
        return wanted;
    }

    private static boolean isOpen(int minute, int from, int to, boolean today, boolean yesterday) {
        return from <= to ? today && from <= minute && minute < to : today && minute >= from || yesterday && minute < to;
    }

    private static boolean[] weekdays(OpenHours hours) {
        var weekdays = new boolean[8];
        hours.days().forEach(day -> weekdays[day.getValue()] = true);
        return weekdays;
    }

    // The first of January 1970 was a Thursday.
    private static int weekday(long day) {
        return (int) ((day + 3) % 7) + 1;
    }

    /// The first instant from `t` with a minute left; null where the few days that are looked at have none.
    Instant next(Instant t, BitSet open) {
        var asked = t.getEpochSecond() - firstMinute * 60;
        for (var minute = open.nextSetBit((int) (asked / 60)); minute >= 0; minute = open.nextSetBit(minute + 1)) {
            var from = Math.max(asked, minute * 60L);
            if (open.nextClearBit(minute) * 60L - from >= 60) {
                return Instant.ofEpochSecond(firstMinute * 60 + from);
            }
        }
        return null;
    }
}
