package dev.ringback.engine.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class WindowsInEveryZoneTest {

    private static final Duration SLACK = Duration.ofSeconds(60);
    private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private record Change(ZoneId zone, ZoneOffsetTransition transition) {}

    // 2010–2011: Apia loses a day, St John's turns back over midnight; the hours of Lord Howe, Troll and Casablanca are odd always.
    @ParameterizedTest
    @ValueSource(ints = {2010, 2026})
    void around_every_change_of_two_years_the_answer_is_the_one_that_a_clock_on_the_wall_gives(int year) {
        // Given
        var changes = changes(year);

        // When
        var questions =
                changes.stream().mapToInt(change -> ask(change, RandomGeneratorFactory.of("L64X128MixRandom").create(change.hashCode()))).sum();

        // Then
        System.out.printf("%d–%d: %d zones, %d clock changes, %d questions%n", year, year + 1, ZONES.size(), changes.size(), questions);
        assertThat(changes).hasSizeGreaterThan(700);
        assertThat(questions).isGreaterThan(50_000);
    }

    private static List<Change> changes(int year) {
        var from = LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        var until = LocalDateTime.of(year + 2, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        return ZONES.stream().flatMap(zone -> Stream.iterate(zone.getRules().nextTransition(from), change -> change != null,
                change -> zone.getRules().nextTransition(change.getInstant())).takeWhile(change -> change.getInstant().isBefore(until))
                .map(change -> new Change(zone, change))).toList();
    }

    private static int ask(Change change, RandomGenerator random) {
        var at = change.transition().getInstant();
        var here = new WindowsByMinutes(change.zone(), at);
        var questions = questions(at, random);
        var schedules = schedules(change, random);
        for (var schedule : schedules) {
            check(here, here.open(schedule), List.of(schedule), questions);
        }
        var elsewhere = ZONES.get(random.nextInt(ZONES.size()));
        var other = new Schedule(elsewhere, List.of(hours(random, LocalTime.MIDNIGHT)), Set.of());
        var both = here.open(schedules.getLast());
        both.and(new WindowsByMinutes(elsewhere, at).open(other));
        check(here, both, List.of(schedules.getLast(), other), questions);
        return questions.size() * (schedules.size() + 1);
    }

    private static List<Instant> questions(Instant change, RandomGenerator random) {
        var steps = IntStream.rangeClosed(-6, 6).mapToObj(half -> change.plusSeconds(half * 1_800L));
        var odd = IntStream.range(0, 6).mapToObj(_ -> change.plusSeconds(random.nextLong(-10_800, 10_800)));
        return Stream.of(steps, odd, Stream.of(change.minusSeconds(1), change.plusSeconds(1))).flatMap(all -> all).sorted().toList();
    }

    // What opens and closes about the readings that are skipped or come twice, over midnight, all day, on some days, but for a date.
    private static List<Schedule> schedules(Change change, RandomGenerator random) {
        var from = change.transition().getDateTimeBefore();
        var to = change.transition().getDateTimeAfter();
        var earlier = (from.isBefore(to) ? from : to).toLocalTime();
        var someDays = EnumSet.of(from.getDayOfWeek(), to.plusDays(1).getDayOfWeek());
        var night = new OpenHours(someDays, LocalTime.of(22, 0), LocalTime.of(6, 0), false);
        var schedules = new ArrayList<>(List.of(
                schedule(change, new OpenHours(EVERY_DAY, LocalTime.MIN, LocalTime.MIN, true)),
                new Schedule(change.zone(), List.of(new OpenHours(EVERY_DAY, LocalTime.MIN, LocalTime.MIN, true)), Set.of(from.toLocalDate())),
                schedule(change, night),
                new Schedule(change.zone(), List.of(night, OpenHours.daily(LocalTime.of(6, 0), LocalTime.of(7, 0))), Set.of(to.toLocalDate())),
                schedule(change, OpenHours.daily(from.toLocalTime(), to.toLocalTime())),
                schedule(change, OpenHours.daily(to.toLocalTime(), from.toLocalTime()))));
        IntStream.range(0, 3).forEach(_ -> schedules.add(schedule(change, hours(random, earlier))));
        schedules.add(schedule(change, hours(random, earlier), hours(random, earlier)));
        return schedules;
    }

    private static Schedule schedule(Change change, OpenHours... hours) {
        return new Schedule(change.zone(), List.of(hours), Set.of());
    }

    // Mostly within two hours of the change, on most days.
    private static OpenHours hours(RandomGenerator random, LocalTime near) {
        var days = EnumSet.allOf(DayOfWeek.class);
        days.remove(DayOfWeek.of(random.nextInt(1, 8)));
        var from = near.plusMinutes(random.nextInt(-120, 180));
        return new OpenHours(days, from, from.plusMinutes(random.nextInt(0, random.nextBoolean() ? 90 : 1_440)), false);
    }

    private static void check(WindowsByMinutes clock, BitSet open, List<Schedule> schedules, List<Instant> questions) {
        var latest = Instant.MIN;
        for (var t : questions) {
            var expected = clock.next(t, open);
            var answer = Windows.next(t, schedules, SLACK).map(Slot::from);
            var isRight = expected == null ? isLaterThan(answer, t) : answer.equals(Optional.of(expected));
            var isMonotone = answer.isEmpty() || !answer.get().isBefore(latest) && !answer.get().isBefore(t);
            if (!isRight || !isMonotone) {
                fail("%s asked at %s: %s instead of %s, before that %s", schedules, t, answer, expected, latest);
            }
            latest = answer.orElse(latest);
        }
    }

    // Nothing in the days that the clock was watched.
    private static boolean isLaterThan(Optional<Instant> answer, Instant t) {
        return answer.isEmpty() || answer.get().isAfter(t.plus(Duration.ofDays(2)));
    }
}
