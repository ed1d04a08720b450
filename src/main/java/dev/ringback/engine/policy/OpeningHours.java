package dev.ringback.engine.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A house's daily hours in its zone.
///
/// @param closes after `opens` on the same day
public record OpeningHours(ZoneId zone, LocalTime opens, LocalTime closes) {

    private static final int HORIZON_DAYS = 35;

    public OpeningHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a house that opens at %s cannot close at %s".formatted(opens, closes));
        }
    }

    /// The first instant at or after `t` at which the house is open. At a clock change the narrower reading holds: an opening
    /// that happens twice is the second, a closing that happens twice the first, a skipped one the first valid instant. A day
    /// on which that leaves nothing is closed.
    public Instant nextOpen(Instant t) {
        var today = t.atZone(zone).toLocalDate();
        var opening = IntStream.rangeClosed(0, HORIZON_DAYS).mapToObj(today::plusDays).filter(date -> isOpenAfter(t, date)).findFirst()
                .map(this::opening).orElseThrow();
        return opening.isBefore(t) ? t : opening;
    }

    private boolean isOpenAfter(Instant t, LocalDate date) {
        return closing(date).isAfter(opening(date)) && closing(date).isAfter(t);
    }

    private Instant opening(LocalDate date) {
        return at(date, opens, ZonedDateTime::withLaterOffsetAtOverlap);
    }

    private Instant closing(LocalDate date) {
        return at(date, closes, ZonedDateTime::withEarlierOffsetAtOverlap);
    }

    // By itself the JDK moves a skipped time on by the length of the gap: 02:30 would be 03:30, not 03:00.
    private Instant at(LocalDate date, LocalTime time, UnaryOperator<ZonedDateTime> whenTwice) {
        var local = date.atTime(time);
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : whenTwice.apply(local.atZone(zone)).toInstant();
    }
}
