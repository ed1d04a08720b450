package dev.ringback.engine.classify;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Keywords with one slip of the finger: a letter too many, missing, wrong, or two that changed places. Only words so long that no
/// other word is as near.
final class Misspelling {

    private static final List<String> KEYWORDS = List.of("unsubscribe", "desinscription", "desinscrire", "desabonnement", "desabonner", "desuscribir",
            "abmelden", "abmeldung", "abbestellen", "austragen");
    /// As near, and the very opposite or something else.
    private static final Set<String> OTHERS = Set.of("anmelden", "anmeldung", "austragend", "unsubscribed", "unsubscribes", "desabonnes",
            "desabonnee");
    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{L}\\p{N}_'])\\p{L}{7,16}(?![\\p{L}\\p{N}_'])");

    private Misspelling() {}

    /// The text with such words as they are spelt.
    static String correct(String folded) {
        return LONG_WORD.matcher(folded).replaceAll(match -> keyword(match.group()));
    }

    private static String keyword(String word) {
        if (OTHERS.contains(word)) {
            return word;
        }
        return KEYWORDS.stream().filter(keyword -> isNear(word, keyword)).findFirst().orElse(word);
    }

    // Equal but for one edit: what follows the first difference must be the same, with a letter skipped on either side or both, or two swapped.
    private static boolean isNear(String word, String keyword) {
        var at = 0;
        while (at < word.length() && at < keyword.length() && word.charAt(at) == keyword.charAt(at)) {
            at++;
        }
        return same(word, at + 1, keyword, at + 1) || same(word, at, keyword, at + 1) || same(word, at + 1, keyword, at)
                || swapped(word, keyword, at);
    }

    private static boolean swapped(String word, String keyword, int at) {
        return at + 1 < word.length() && at + 1 < keyword.length() && word.charAt(at) == keyword.charAt(at + 1)
                && word.charAt(at + 1) == keyword.charAt(at) && same(word, at + 2, keyword, at + 2);
    }

    private static boolean same(String word, int from, String keyword, int keywordFrom) {
        return word.substring(Math.min(from, word.length())).equals(keyword.substring(Math.min(keywordFrom, keyword.length())));
    }
}
