package dev.ringback.recruiting.conversation;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether what a model wants to say may be said. A candidate's text can make it say anything, so links, addresses and numbers to call are
/// passed on only where the campaign's own texts hold them.
final class ReplyPolicy {

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern POINTER = Pattern.compile("\\S*(?:@|://|(?<=\\p{Alnum})\\.\\p{Alpha}{2,})\\S*");
    private static final Pattern PUNCTUATION = Pattern.compile("^[(\"'<]+|[)\"'>.,!?;:]+$");
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\s().-]*\\d){6,}");

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
        if (POINTER.matcher(reply).results().map(found -> PUNCTUATION.matcher(found.group()).replaceAll(""))
                .anyMatch(found -> !ours.contains(found))) {
            return Optional.of("foreign_address");
        }
        return NUMBER.matcher(DATE.matcher(reply).replaceAll("")).results().map(ReplyPolicy::digits).anyMatch(number -> !holds(ours, number))
                ? Optional.of("foreign_number")
                : Optional.empty();
    }

    private static boolean holds(String ours, String number) {
        return NUMBER.matcher(ours).results().map(ReplyPolicy::digits).anyMatch(number::equals);
    }

    private static String digits(MatchResult found) {
        return found.group().replaceAll("\\D", "");
    }
}
