package dev.ringback.engine.classify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the day of return in an out-of-office text of four languages.
final class ReturnDate {

    /// A return further away than this many days is taken for a misreading.
    private static final int HORIZON_DAYS = 400;

    private static final List<Pattern> MONTHS = Stream.of("jan|january|janvier|januar|janner|ene|enero", "feb|february|fevrier|fev|februar|febrero",
            "mar|march|mars|marz|maerz|marzo", "apr|april|avril|avr|abr|abril", "may|mai|mayo", "jun|june|juin|juni|junio",
            "jul|july|juillet|juli|julio",
            "aug|august|aout|ago|agosto", "sep|sept|september|septembre|septiembre", "oct|october|octobre|okt|oktober|octubre",
            "nov|november|novembre|noviembre", "dec|december|decembre|dez|dezember|dic|diciembre").map(Pattern::compile).toList();

    private static final String DAY =
            "(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)?,? |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) "
                    + "|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? (?:den |dem )?"
                    + "|(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo),? ";
    // What makes a date one of return and not of leave, straight before it.
    private static final String CUE =
            "\\b(?:until|till|til|through|thru|to"
                    + "|(?:back|returning|return|available|again)(?: to (?:the )?office| in (?:the )?office| at work)?(?: on)?"
                    + "|jusqu'au|au|(?:retour|bureau|reviens|reviendrai|joignable|disponible)(?: au bureau)? (?:le|des le|a partir du)"
                    + "|partir du|retour"
                    + "|bis(?: zum| einschliesslich| inkl\\.?| einschliesslich zum)?|ab(?: dem)?|(?:zuruck|wieder|erst(?: wieder)?) (?:am|ab)"
                    + "|hasta(?: el)?|al|(?:regreso|vuelvo|regresare|volvere|vuelta)(?: a la oficina)?(?: el)?|a partir del)";
    private static final String INCLUSIVE = "( (?:inclus|inclusive|included|inclusif|einschliesslich|incluido|inkl))?";

    private static final Pattern INCLUSIVE_CUE = Pattern.compile("through|thru|bis (?:einschliesslich|inkl)");

    private static final Pattern DAY_FIRST = dated("(\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of |de )?([a-z]{3,10})\\.?,?(?: (?:de |del )?(\\d{4}))?");
    private static final Pattern MONTH_FIRST = dated("([a-z]{3,10})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?");
    private static final Pattern ISO = dated("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern NUMERIC = dated("(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4})");

    private ReturnDate() {}

    /// The latest day of return that the text names, not before `sentOn`; null if there is none. A date without a year is
    /// the next one from `sentOn`; without `sentOn` it is not read. 03/04/2026 is day first unless English words surround it:
    /// then it is not read, because it may be American.
    static LocalDate find(String text, LocalDate sentOn) {
        var plain = FoldedText.fold(text).replaceAll("\\s+", " ");
        var english = Language.detect(plain) == Language.EN;
        return Arrays.asList(
                latest(DAY_FIRST, plain, found -> named(found, 2, 1, sentOn), sentOn),
                latest(MONTH_FIRST, plain, found -> named(found, 1, 2, sentOn), sentOn),
                latest(ISO, plain, found -> date(number(found, 1), number(found, 2), number(found, 3)), sentOn),
                latest(NUMERIC, plain, found -> numeric(found, english), sentOn)).stream().filter(Objects::nonNull).max(LocalDate::compareTo)
                .orElse(null);
    }

    private interface Reading {
        LocalDate of(MatchResult found);
    }

    private static Pattern dated(String form) {
        return Pattern.compile(CUE + ":? (?:the |el |le )?(?:" + DAY + ")?(?:the |el |le )?" + form + INCLUSIVE);
    }

    private static LocalDate latest(Pattern pattern, String text, Reading reading, LocalDate sentOn) {
        return pattern.matcher(text).results().limit(20).map(found -> inclusive(reading.of(found), found)).filter(Objects::nonNull)
                .filter(day -> sentOn == null || !day.isBefore(sentOn) && day.isBefore(sentOn.plusDays(HORIZON_DAYS))).max(LocalDate::compareTo)
                .orElse(null);
    }

    private static LocalDate inclusive(LocalDate day, MatchResult found) {
        var inclusive = found.group(found.groupCount()) != null || INCLUSIVE_CUE.matcher(found.group()).lookingAt();
        return day != null && inclusive ? day.plusDays(1) : day;
    }

    private static LocalDate named(MatchResult found, int monthGroup, int dayGroup, LocalDate sentOn) {
        var month = month(found.group(monthGroup));
        if (month == 0) {
            return null;
        }
        if (found.group(3) != null) {
            return date(number(found, 3), month, number(found, dayGroup));
        }
        if (sentOn == null) {
            return null;
        }
        var thisYear = date(sentOn.getYear(), month, number(found, dayGroup));
        return thisYear != null && thisYear.isBefore(sentOn) ? date(sentOn.getYear() + 1, month, number(found, dayGroup)) : thisYear;
    }

    private static LocalDate numeric(MatchResult found, boolean english) {
        var first = number(found, 1);
        var second = number(found, 3);
        var year = number(found, 4);
        if (english && found.group(2).equals("/")) {
            if (first > 12 || first == second) {
                return date(year, second, first);
            }
            return second > 12 ? date(year, first, second) : null;
        }
        return date(year, second, first);
    }

    // 1 to 12, or 0 for a word that is no month.
    private static int month(String word) {
        return 1 + IntStream.range(0, MONTHS.size()).filter(at -> MONTHS.get(at).matcher(word).matches()).findFirst().orElse(-1);
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
