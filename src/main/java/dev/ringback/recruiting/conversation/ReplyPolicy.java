package dev.ringback.recruiting.conversation;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether what a model wants to say may be said. A candidate's text can make it say anything, so links, addresses and numbers to call are
/// passed on only where the campaign's own texts hold them.
final class ReplyPolicy {

    // Emoji and some scripts are joined by two of the format characters.
    private static final String JOINERS = "[\\u200C\\u200D]";
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\p{Cf}&&[^\\u200C\\u200D]]|[\\u034F\\u115F\\u1160\\u3164\\uFFA0]");
    private static final Pattern POINTER = Pattern.compile("\\S*(?:@|://|(?<=[\\p{L}\\p{M}\\p{N}])\\.[\\p{L}\\p{M}]{2,})\\S*");
    private static final Pattern PUNCTUATION = Pattern.compile("^[(\"'<]+|[)\"'>.,!?;:]+$");
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final Pattern DATE = Pattern
            .compile("(?<!\\p{Nd})(?:%3$s-%2$s-%1$s|%1$s([./])%2$s\\1%3$s)(?!\\p{Nd})".formatted(DAY, MONTH, YEAR));
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[\\s\\p{Z}\\p{M}\\p{S}\\p{Pd}\\p{Pc}().\\[\\]/\\\\*·•]*\\p{Nd}){6,}");

    private ReplyPolicy() {}

    /// Why it may not; empty where it may.
    ///
    /// @param ours what the campaign's texts say
    static Optional<String> refusal(String reply, String ours, int mostChars) {
        if (reply.isBlank() || reply.length() > mostChars) {
            return Optional.of("length");
        }
        if (HIDDEN.matcher(reply).find()) {
            return Optional.of("hidden_characters");
        }
        return foreign(plain(reply), plain(ours));
    }

    // As it is read: full-width and other disguises of letters, digits and blanks are what they look like.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll(JOINERS, "");
    }

    private static Optional<String> foreign(String reply, String ours) {
        if (!pointers(ours).containsAll(pointers(reply))) {
            return Optional.of("foreign_address");
        }
        return numbers(ours).containsAll(numbers(DATE.matcher(reply).replaceAll(""))) ? Optional.empty() : Optional.of("foreign_number");
    }

    // Whole ones: part of an address may be another one.
    private static Set<String> pointers(String text) {
        return POINTER.matcher(text).results().map(found -> PUNCTUATION.matcher(found.group()).replaceAll("")).collect(Collectors.toSet());
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(found -> digits(found.group())).collect(Collectors.toSet());
    }

    // Of any script.
    private static String digits(String number) {
        return number.codePoints().filter(Character::isDigit).mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
                .collect(Collectors.joining());
    }
}
