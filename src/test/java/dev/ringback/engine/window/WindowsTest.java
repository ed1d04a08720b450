package dev.ringback.engine.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WindowsTest {

    private static final Duration SLACK = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # zone              | days    | hours       | t                         | next
            Australia/Sydney    | 12345   | 09:00-17:00 | 2026-03-27T19:00:00+11:00 | 2026-03-30T09:00+11:00
            Australia/Sydney    | 12345   | 09:00-17:00 | 2026-03-28T08:00:00+11:00 | 2026-03-30T09:00+11:00
            Australia/Sydney    | 12345   | 09:00-17:00 | 2026-04-03T19:00:00+11:00 | 2026-04-06T09:00+10:00
            Australia/Sydney    | 12345   | 09:00-17:00 | 2026-10-03T12:00:00+10:00 | 2026-10-05T09:00+11:00
            America/New_York    | 1234567 | 08:00-21:00 | 2026-03-07T22:00:00-05:00 | 2026-03-08T08:00-04:00
            America/New_York    | 1234567 | 08:00-21:00 | 2026-10-31T22:00:00-04:00 | 2026-11-01T08:00-05:00
            America/New_York    | 1234567 | 01:30-02:30 | 2026-11-01T01:45:00-04:00 | 2026-11-01T01:30-05:00
            America/New_York    | 1234567 | 00:30-01:30 | 2026-11-01T01:15:00-05:00 | 2026-11-02T00:30-05:00
            America/New_York    | 1234567 | 02:30-04:00 | 2026-03-08T01:00:00-05:00 | 2026-03-08T03:00-04:00
            America/New_York    | 1234567 | 02:10-02:50 | 2026-03-08T01:00:00-05:00 | 2026-03-09T02:10-04:00
            Africa/Cairo        | 1234567 | 01:00-00:00 | 2026-04-23T23:59:59+02:00 | 2026-04-23T23:59:59+02:00
            Pacific/Apia        | 1234567 | 09:00-17:00 | 2011-12-29T18:00:00-10:00 | 2011-12-31T09:00+14:00
            Pacific/Apia        | 12345   | 09:00-17:00 | 2011-12-29T18:00:00-10:00 | 2012-01-02T09:00+14:00
            Pacific/Apia        | 5       | 09:00-17:00 | 2011-12-29T18:00:00-10:00 | 2012-01-06T09:00+14:00
            Pacific/Apia        | 4       | 22:00-06:00 | 2011-12-29T23:59:00-10:00 | 2011-12-29T23:59-10:00
            Pacific/Apia        | 5       | 22:00-06:00 | 2011-12-29T18:00:00-10:00 | 2011-12-31T00:00+14:00
            Australia/Lord_Howe | 1234567 | 02:10-17:00 | 2026-10-04T01:00:00+10:30 | 2026-10-04T02:30+11:00
            Australia/Lord_Howe | 1234567 | 01:45-17:00 | 2026-04-05T01:50:00+11:00 | 2026-04-05T01:45+10:30
            Australia/Lord_Howe | 1234567 | 01:00-01:45 | 2026-04-05T01:44:01+11:00 | 2026-04-06T01:00+10:30
            Europe/Paris        | 1234567 | 22:00-06:00 | 2026-03-02T06:00:00+01:00 | 2026-03-02T22:00+01:00
            Europe/Paris        | 1234567 | 22:00-06:00 | 2026-03-02T23:59:30+01:00 | 2026-03-02T23:59:30+01:00
            Europe/Paris        | 5       | 22:00-06:00 | 2026-03-07T05:59:00+01:00 | 2026-03-07T05:59+01:00
            Europe/Paris        | 5       | 22:00-06:00 | 2026-03-07T05:59:01+01:00 | 2026-03-13T22:00+01:00
            Europe/Paris        | 5       | 22:00-00:00 | 2026-03-07T00:00:00+01:00 | 2026-03-13T22:00+01:00
            Europe/Paris        | 1234567 | 09:00-17:00 | 2026-03-02T16:59:00+01:00 | 2026-03-02T16:59+01:00
            Europe/Paris        | 1234567 | 09:00-17:00 | 2026-03-02T16:59:01+01:00 | 2026-03-03T09:00+01:00
            """)
    void opens_by_the_clock_on_the_wall(String zone, String days, String hours, String t, String next) {
        assertThat(next(t, schedule(zone, hours(days, hours)))).isEqualTo(instant(next));
    }

    // Paris, Fridays 22:00–06:00; 6 March 2026 is a Friday.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # closed    | t                         | next
            2026-03-06  | 2026-03-06T22:00:00+01:00 | 2026-03-07T00:00+01:00
            2026-03-07  | 2026-03-06T22:00:00+01:00 | 2026-03-06T22:00+01:00
            2026-03-07  | 2026-03-06T23:59:01+01:00 | 2026-03-13T22:00+01:00
            2026-03-07  | 2026-03-07T01:00:00+01:00 | 2026-03-13T22:00+01:00
            """)
    void a_closed_date_closes_what_lies_on_it_whatever_the_weekday_of_the_hours(LocalDate closed, String t, String next) {
        // Given
        var schedule = new Schedule(ZoneId.of("Europe/Paris"), List.of(hours("5", "22:00-06:00")), Set.of(closed));

        // When
        var answer = next(t, schedule);

        // Then
        assertThat(answer).isEqualTo(instant(next));
    }

    @Test
    void adjoining_hours_are_one() {
        // Given
        var schedule = schedule("Europe/Paris", hours("1", "09:00-12:00"), hours("1", "12:00-17:00"));

        // When
        var slot = Windows.next(instant("2026-03-02T11:59:30+01:00"), List.of(schedule), SLACK);

        // Then
        assertThat(slot).contains(new Slot(instant("2026-03-02T11:59:30+01:00"), instant("2026-03-02T17:00+01:00")));
    }

    // Midnight comes twice in Havana on 1 November 2026.
    @Test
    void around_the_clock_is_open_even_where_midnight_comes_twice() {
        // Given
        var allWeek = new OpenHours(Set.of(DayOfWeek.values()), LocalTime.MIN, LocalTime.MIN, true);

        // When
        var answer = next("2026-11-01T00:30:00-04:00", schedule("America/Havana", allWeek));

        // Then
        assertThat(answer).isEqualTo(instant("2026-11-01T00:30:00-04:00"));
    }

    @ParameterizedTest
    @CsvSource({"09:00-09:00", "00:00-00:00"})
    void equal_times_are_closed(String hours) {
        assertThat(next("2026-03-02T09:00:00+01:00", schedule("Europe/Paris", hours("1234567", hours)))).isNull();
    }

    @Test
    void schedules_that_never_meet_have_no_answer() {
        // Given
        var mornings = schedule("America/New_York", hours("1234567", "08:00-12:00"));
        var evenings = schedule("America/New_York", hours("1234567", "12:00-21:00"));

        // When
        var answer = next("2026-03-02T09:00:00-05:00", mornings, evenings);

        // Then
        assertThat(answer).isNull();
    }

    @Test
    void an_unknown_zone_is_open_only_where_all_of_the_country_is() {
        // Given
        var everywhere = Stream.of("America/New_York", "America/Chicago", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
                "Pacific/Honolulu").map(zone -> schedule(zone, hours("1234567", "08:00-21:00"))).toArray(Schedule[]::new);

        // When
        var morning = Windows.next(instant("2026-07-01T08:00:00-04:00"), List.of(everywhere), SLACK);

        // Then
        assertThat(morning).contains(new Slot(instant("2026-07-01T08:00:00-10:00"), instant("2026-07-01T21:00:00-04:00")));
    }

    @ParameterizedTest
    @CsvSource({"35,2026-04-06T09:00:00Z", "36,"})
    void the_search_ends_after_35_dates(int closedDays, Instant next) {
        // Given
        var closed = LocalDate.parse("2026-03-02").datesUntil(LocalDate.parse("2026-03-02").plusDays(closedDays)).collect(Collectors.toSet());
        var schedule = new Schedule(ZoneId.of("UTC"), List.of(hours("1234567", "09:00-17:00")), closed);

        // When
        var answer = next("2026-03-02T03:00:00Z", schedule);

        // Then
        assertThat(answer).isEqualTo(next);
    }

    @Test
    void nothing_binds_where_there_is_no_schedule() {
        assertThat(next("2026-03-02T03:00:00Z")).isEqualTo(instant("2026-03-02T03:00:00Z"));
    }

    private static Instant next(String t, Schedule... schedules) {
        return Windows.next(instant(t), List.of(schedules), SLACK).map(Slot::from).orElse(null);
    }

    private static Schedule schedule(String zone, OpenHours... hours) {
        return new Schedule(ZoneId.of(zone), List.of(hours), Set.of());
    }

    private static OpenHours hours(String days, String hours) {
        var weekdays = days.chars().mapToObj(digit -> DayOfWeek.of(digit - '0')).collect(Collectors.toSet());
        return OpenHours.of(weekdays, LocalTime.parse(hours.substring(0, 5)), LocalTime.parse(hours.substring(6)));
    }

    private static Instant instant(String withOffset) {
        return OffsetDateTime.parse(withOffset).toInstant();
    }
}
