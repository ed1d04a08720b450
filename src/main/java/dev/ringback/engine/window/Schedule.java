package dev.ringback.engine.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/// Weekly open hours in a zone.
///
/// @param closed local dates on which nothing is open, whatever the weekday that the hours are due to
public record Schedule(ZoneId zone, List<OpenHours> open, Set<LocalDate> closed) {

    // What lies on the dates before can reach into the first: over midnight, or where a clock goes back over it.
    private static final int DAYS_BEFORE = 2;

    public Schedule {
        open = List.copyOf(open);
        closed = Set.copyOf(closed);
    }

    public static Schedule daily(ZoneId zone, LocalTime from, LocalTime to) {
        return new Schedule(zone, List.of(OpenHours.daily(from, to)), Set.of());
    }

    /// In order, without overlap, from about the local date of `t` up to `days` after it.
    List<Slot> slots(Instant t, int days) {
        var today = t.atZone(zone).toLocalDate();
        var spans = today.minusDays(DAYS_BEFORE).datesUntil(today.plusDays(days + 1L)).filter(date -> !closed.contains(date)).flatMap(this::on);
        var slots = joined(spans.sorted(Comparator.comparing(LocalSpan::from)), LocalSpan::adjoins, LocalSpan::with).stream().map(this::slot);
        // Once more: what lay between two of them on the calendar may be skipped by the clock.
        return joined(slots.filter(slot -> !slot.isEmpty()), Slot::adjoins, Slot::with);
    }

    private Stream<LocalSpan> on(LocalDate date) {
        return open.stream().flatMap(hours -> hours.on(date));
    }

    private static <T> List<T> joined(Stream<T> inOrder, BiPredicate<T, T> adjoins, BinaryOperator<T> with) {
        var joined = new ArrayList<T>();
        inOrder.forEach(next -> joined.add(!joined.isEmpty() && adjoins.test(joined.getLast(), next) ? with.apply(joined.removeLast(), next) : next));
        return joined;
    }

    // The narrower reading: of an hour that comes twice the later opening and the earlier closing.
    private Slot slot(LocalSpan span) {
        return new Slot(at(span.from(), List::getLast), at(span.until(), List::getFirst));
    }

    // By itself the JDK moves a skipped time on by the length of the gap: 02:30 would be 03:30, not 03:00.
    private Instant at(LocalDateTime local, Function<List<ZoneOffset>, ZoneOffset> whenTwice) {
        var offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local).getInstant() : local.toInstant(whenTwice.apply(offsets));
    }
}
