package dev.ringback.recruiting.objective;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The day that a short answer names, as people write it: `2026-04-01`, `1 April`, `April 1st`, `01.04.2026`, `tomorrow`, `next Monday`,
/// `in two weeks`. Several that differ are none, and so is 03/04/2026, which may be read in two ways.
final class AnsweredDate {

    private static final List<String> MONTHS =
            List.of("jan|january|janvier|januar|enero", "feb|february|fevrier|februar|febrero", "mar|march|mars|marz|marzo",
                    "apr|april|avril|abril", "may|mai|mayo", "jun|june|juin|juni|junio", "jul|july|juillet|juli|julio", "aug|august|aout|agosto",
                    "sep|sept|september|septembre|septiembre", "oct|october|octobre|oktober|octubre", "nov|november|novembre|noviembre",
                    "dec|december|decembre|dezember|diciembre");
    private static final List<String> DAYS = List.of("mon|monday|lundi|montag|lunes", "tue|tues|tuesday|mardi|dienstag|martes",
            "wed|wednesday|mercredi|mittwoch|miercoles", "thu|thur|thurs|thursday|jeudi|donnerstag|jueves", "fri|friday|vendredi|freitag|viernes",
            "sat|saturday|samedi|samstag|sabado", "sun|sunday|dimanche|sonntag|domingo");
    private static final List<String> COUNTS = List.of("a|an|one|1", "two|a couple of|2", "three|3", "four|4", "five|5", "six|6");

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4})\\b");
    private static final Pattern DAY_FIRST =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|er)? (?:of |de )?(" + any(MONTHS) + ")\\b\\.?,?(?: (?:de )?(\\d{4}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile("\\b(" + any(MONTHS) + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b,?(?: (\\d{4}))?");
    private static final Pattern NOW = Pattern.compile("\\b(today|now|immediately|asap|straight away|right away|aujourd'hui|heute|hoy)\\b");
    private static final Pattern TOMORROW = Pattern.compile("\\b(tomorrow|demain|manana|morgen)\\b");
    private static final Pattern NEXT_WEEK = Pattern.compile("\\b(next week|la semaine prochaine|nachste woche|la proxima semana)\\b");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(" + any(DAYS) + ")\\b");
    private static final Pattern IN_TIME = Pattern.compile("\\bin (" + any(COUNTS) + ") (day|week|month)s?\\b");

    private AnsweredDate() {}

    static Optional<LocalDate> find(String folded, LocalDate today) {
        var named = Stream.of(
                each(ISO, folded).map(found -> date(number(found, 1), number(found, 2), number(found, 3))),
                each(NUMERIC, folded).map(AnsweredDate::numeric),
                each(DAY_FIRST, folded).map(found -> named(number(found, 1), found.group(2), found.group(3), today)),
                each(MONTH_FIRST, folded).map(found -> named(number(found, 2), found.group(1), found.group(3), today)))
                .flatMap(days -> days).toList();
        return named.isEmpty() ? single(relative(folded, today)) : named.contains(null) ? Optional.empty() : single(named.stream());
    }

    private static Stream<LocalDate> relative(String folded, LocalDate today) {
        return Stream.of(
                each(NOW, folded).map(_ -> today),
                each(TOMORROW, folded).map(_ -> today.plusDays(1)),
                each(NEXT_WEEK, folded).map(_ -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))),
                each(WEEKDAY, folded).map(found -> today.with(TemporalAdjusters.next(DayOfWeek.of(place(DAYS, found.group(1)))))),
                each(IN_TIME, folded).map(found -> later(today, place(COUNTS, found.group(1)), found.group(2)))).flatMap(days -> days);
    }

    private static Optional<LocalDate> single(Stream<LocalDate> days) {
        var distinct = days.filter(Objects::nonNull).distinct().limit(2).toList();
        return distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
    }

    private static LocalDate later(LocalDate today, int count, String unit) {
        return switch (unit) {
            case "day" -> today.plusDays(count);
            case "week" -> today.plusWeeks(count);
            default -> today.plusMonths(count);
        };
    }

    // A day without a year is the next one.
    private static LocalDate named(int day, String month, String year, LocalDate today) {
        if (year != null) {
            return date(Integer.parseInt(year), place(MONTHS, month), day);
        }
        var thisYear = date(today.getYear(), place(MONTHS, month), day);
        return thisYear == null || !thisYear.isBefore(today) ? thisYear : date(today.getYear() + 1, place(MONTHS, month), day);
    }

    // Day first, unless it is written with strokes and may be American.
    private static LocalDate numeric(MatchResult found) {
        var first = number(found, 1);
        var second = number(found, 3);
        if (!found.group(2).equals("/") || first > 12 || first == second) {
            return date(number(found, 4), second, first);
        }
        return second > 12 ? date(number(found, 4), first, second) : null;
    }

    private static Stream<MatchResult> each(Pattern pattern, String text) {
        return pattern.matcher(text).results().limit(10);
    }

    private static String any(List<String> words) {
        return String.join("|", words);
    }

    // From 1.
    private static int place(List<String> words, String word) {
        return 1 + IntStream.range(0, words.size()).filter(at -> word.matches(words.get(at))).findFirst().orElseThrow();
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
