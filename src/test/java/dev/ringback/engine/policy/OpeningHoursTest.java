package dev.ringback.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.ringback.testing.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpeningHoursTest {

    private static final Instant FROM = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # zone              | opens | closes | t                         | first open
            America/Toronto     | 09:00 | 17:00  | 2026-03-02T08:59:59-05:00 | 2026-03-02T09:00-05:00
            America/Toronto     | 09:00 | 17:00  | 2026-03-02T09:00:00-05:00 | 2026-03-02T09:00-05:00
            America/Toronto     | 09:00 | 17:00  | 2026-03-02T16:59:59-05:00 | 2026-03-02T16:59:59-05:00
            America/Toronto     | 09:00 | 17:00  | 2026-03-02T17:00:00-05:00 | 2026-03-03T09:00-05:00
            America/Toronto     | 09:00 | 17:00  | 2026-03-07T18:00:00-05:00 | 2026-03-08T09:00-04:00
            America/Toronto     | 09:00 | 17:00  | 2026-10-31T18:00:00-04:00 | 2026-11-01T09:00-05:00
            Europe/Paris        | 09:00 | 17:00  | 2026-03-28T18:00:00+01:00 | 2026-03-29T09:00+02:00
            Europe/Paris        | 09:00 | 17:00  | 2026-10-24T18:00:00+02:00 | 2026-10-25T09:00+01:00
            Australia/Lord_Howe | 09:00 | 17:00  | 2026-04-04T18:00:00+11:00 | 2026-04-05T09:00+10:30
            Australia/Lord_Howe | 09:00 | 17:00  | 2026-10-03T18:00:00+10:30 | 2026-10-04T09:00+11:00
            """)
    void a_house_opens_by_its_own_clock(ZoneId zone, LocalTime opens, LocalTime closes, String t, String open) {
        assertThat(new OpeningHours(zone, opens, closes).nextOpen(instant(t))).isEqualTo(instant(open));
    }

    // Toronto skips 02:00–03:00 on 8 March 2026, Paris on 29 March, Lord Howe 02:00–02:30 on 4 October; Apia skipped 30 December 2011.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # zone              | opens | closes | t                         | first open
            America/Toronto     | 02:30 | 17:00  | 2026-03-08T01:00:00-05:00 | 2026-03-08T03:00-04:00
            America/Toronto     | 02:00 | 17:00  | 2026-03-08T01:00:00-05:00 | 2026-03-08T03:00-04:00
            Europe/Paris        | 02:15 | 17:00  | 2026-03-29T01:00:00+01:00 | 2026-03-29T03:00+02:00
            Australia/Lord_Howe | 02:10 | 17:00  | 2026-10-04T01:00:00+10:30 | 2026-10-04T02:30+11:00
            America/Toronto     | 01:00 | 02:30  | 2026-03-08T01:59:59-05:00 | 2026-03-08T01:59:59-05:00
            America/Toronto     | 01:00 | 02:30  | 2026-03-08T03:00:00-04:00 | 2026-03-09T01:00-04:00
            America/Toronto     | 02:10 | 02:50  | 2026-03-08T01:00:00-05:00 | 2026-03-09T02:10-04:00
            America/Toronto     | 02:10 | 03:00  | 2026-03-08T01:00:00-05:00 | 2026-03-09T02:10-04:00
            Pacific/Apia        | 09:00 | 17:00  | 2011-12-29T18:00:00-10:00 | 2011-12-31T09:00+14:00
            """)
    void a_skipped_hour_takes_from_the_opening_and_never_adds(ZoneId zone, LocalTime opens, LocalTime closes, String t, String open) {
        assertThat(new OpeningHours(zone, opens, closes).nextOpen(instant(t))).isEqualTo(instant(open));
    }

    // Toronto has 01:00–02:00 twice on 1 November 2026, Paris 02:00–03:00 on 25 October, Lord Howe 01:30–02:00 on 5 April.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # zone              | opens | closes | t                         | first open
            America/Toronto     | 01:30 | 17:00  | 2026-11-01T01:30:00-04:00 | 2026-11-01T01:30-05:00
            Europe/Paris        | 02:30 | 17:00  | 2026-10-25T02:45:00+02:00 | 2026-10-25T02:30+01:00
            Australia/Lord_Howe | 01:45 | 17:00  | 2026-04-05T01:50:00+11:00 | 2026-04-05T01:45+10:30
            America/Toronto     | 00:30 | 01:30  | 2026-11-01T01:29:59-04:00 | 2026-11-01T01:29:59-04:00
            America/Toronto     | 00:30 | 01:30  | 2026-11-01T01:30:00-04:00 | 2026-11-02T00:30-05:00
            America/Toronto     | 00:30 | 01:30  | 2026-11-01T01:15:00-05:00 | 2026-11-02T00:30-05:00
            America/Toronto     | 01:15 | 01:45  | 2026-11-01T00:00:00-04:00 | 2026-11-02T01:15-05:00
            """)
    void an_hour_that_comes_twice_is_read_narrowly(ZoneId zone, LocalTime opens, LocalTime closes, String t, String open) {
        assertThat(new OpeningHours(zone, opens, closes).nextOpen(instant(t))).isEqualTo(instant(open));
    }

    @Test
    void in_every_zone_the_answer_is_not_before_the_question_and_inside_the_hours() {
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        Cases.check(20_000, random -> {
            // Given
            var hours = hours(random, zones.get(random.nextInt(zones.size())));
            var t = moment(random, hours.zone());

            // When
            var open = hours.nextOpen(t);

            // Then
            var clock = open.atZone(hours.zone()).toLocalTime();
            assertThat(open).as("%s at %s", hours, t).isAfterOrEqualTo(t).isBefore(t.plus(Duration.ofDays(4)));
            assertThat(clock).as("%s at %s", hours, t).isAfterOrEqualTo(hours.opens()).isBefore(hours.closes());
            assertThat(hours.nextOpen(open)).as("%s at %s", hours, t).isEqualTo(open);
            assertThat(hours.nextOpen(t.plusSeconds(random.nextInt(100_000)))).as("%s at %s", hours, t).isAfterOrEqualTo(open);
        });
    }

    @Test
    void far_from_a_clock_change_an_open_house_is_open_now() {
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        Cases.check(20_000, random -> {
            // Given
            var hours = hours(random, zones.get(random.nextInt(zones.size())));
            var t = Instant.ofEpochSecond(random.nextLong(FROM.getEpochSecond(), UNTIL.getEpochSecond()));
            var clock = t.atZone(hours.zone()).toLocalTime();
            var inHours = !clock.isBefore(hours.opens()) && clock.isBefore(hours.closes());

            // When
            var open = hours.nextOpen(t);

            // Then
            assertThat(open.equals(t) == inHours || changesNear(hours.zone(), t)).as("%s at %s", hours, t).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"17:00,09:00", "09:00,09:00"})
    void hours_that_end_before_they_begin_are_refused(LocalTime opens, LocalTime closes) {
        assertThatThrownBy(() -> new OpeningHours(ZoneId.of("Europe/Paris"), opens, closes)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OpeningHours hours(RandomGenerator random, ZoneId zone) {
        var opens = random.nextInt(24 * 60 - 1);
        var closes = random.nextInt(opens + 1, 24 * 60);
        return new OpeningHours(zone, LocalTime.ofSecondOfDay(opens * 60L), LocalTime.ofSecondOfDay(closes * 60L));
    }

    // Every second one within a day of a clock change, where the zone has one.
    private static Instant moment(RandomGenerator random, ZoneId zone) {
        var any = Instant.ofEpochSecond(random.nextLong(FROM.getEpochSecond(), UNTIL.getEpochSecond()));
        var change = zone.getRules().nextTransition(any);
        return change == null || random.nextBoolean() ? any : change.getInstant().plusSeconds(random.nextLong(-90_000, 90_000));
    }

    private static boolean changesNear(ZoneId zone, Instant t) {
        var change = zone.getRules().nextTransition(t.minus(Duration.ofDays(2)));
        return change != null && change.getInstant().isBefore(t.plus(Duration.ofDays(2)));
    }

    private static Instant instant(String withOffset) {
        return OffsetDateTime.parse(withOffset).toInstant();
    }
}
