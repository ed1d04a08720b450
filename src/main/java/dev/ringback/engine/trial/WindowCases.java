package dev.ringback.engine.trial;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.window.OpenHours;
import dev.ringback.engine.window.Schedule;

/// Questions to the windows.
record WindowCases(@NotNull @Size(max = 1_000) List<@NotNull @Valid Case> cases) {

    /// @param rules all of them must be open
    record Case(
            @NotNull @Iso(Iso.Form.INSTANT) @Schema(examples = "2026-03-27T21:00:00Z") String at,
            @NotNull @Size(max = 20) List<@NotNull @Valid Rule> rules) {

        Instant instant() {
            return Instant.parse(at);
        }

        List<Schedule> schedules() {
            return rules.stream().map(Rule::schedule).toList();
        }
    }

    /// @param closed dates in the zone; none when left out
    record Rule(
            @NotNull @Iso(Iso.Form.ZONE) @Schema(examples = "Australia/Sydney") String zone,
            @NotNull @Size(max = 50) List<@NotNull @Valid Open> open,
            @Size(max = 1_000) @Schema(examples = "[\"2026-12-25\"]") List<@NotNull @Iso(Iso.Form.DATE) String> closed) {

        Schedule schedule() {
            var dates = Objects.requireNonNullElse(closed, List.<String>of()).stream().map(LocalDate::parse).collect(Collectors.toSet());
            return new Schedule(ZoneId.of(zone), open.stream().map(Open::hours).toList(), dates);
        }
    }

    /// @param days   ISO weekdays, Monday is 1
    /// @param from   equal to `to` where it is closed
    /// @param to     before `from` where the hours cross midnight
    /// @param allDay then `from` and `to` may be left out
    @Timed
    record Open(
            @NotNull @Size(max = 7) @Schema(examples = "[1, 2, 3, 4, 5]") List<@NotNull @Min(1) @Max(7) Integer> days,
            @Iso(Iso.Form.TIME) @Schema(examples = "09:00") String from,
            @Iso(Iso.Form.TIME) @Schema(examples = "17:00") String to,
            @Schema(examples = "false") Boolean allDay) {

        OpenHours hours() {
            return new OpenHours(days.stream().map(DayOfWeek::of).collect(Collectors.toSet()), time(from), time(to), aroundTheClock());
        }

        boolean aroundTheClock() {
            return Boolean.TRUE.equals(allDay);
        }

        private static LocalTime time(String text) {
            return text == null ? LocalTime.MIN : LocalTime.parse(text);
        }
    }
}
