package dev.ringback.engine.classify;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text made comparable: NFKC, lower case by the root locale, no accents, plain apostrophes, addresses as `_`.
final class FoldedText {

    /// Longest input that is read, in UTF-16 units; the rest is ignored.
    static final int MAX_CHARS = 20_000;

    // U+00B4 must go before NFKC, which would turn it into a space and a combining accent.
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u2032\u00B4`]");
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]");
    // Anchored at the start of a token: without the look-behind a long run without spaces would cost its square.
    private static final Pattern ADDRESSES = Pattern.compile("(?<!\\S)(?:[^\\s@]++@\\S++|<?(?:https?://|www\\.)\\S++)");
    private static final Pattern EMAIL_WORD = Pattern.compile("\\be[- ]mail");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[!;]|(?<=\\?)|(?<!\\d)\\.|\\.(?!\\d)|\\n\\s*\\n");
    private static final Pattern LINE_ENDS = Pattern.compile("\\n");
    private static final Pattern LOOSE_APOSTROPHES = Pattern.compile("(?<!\\p{L})'|'(?!\\p{L})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'?_]+");

    private FoldedText() {}

    /// Folds at most [#MAX_CHARS] of `text`; punctuation and line feeds stay, so that sentences can still be told apart.
    static String fold(String text) {
        var plain = APOSTROPHES.matcher(cut(text)).replaceAll("'");
        var lower = cut(Normalizer.normalize(plain, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        var bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        var letters = bare.replace("\u00DF", "ss").replace("\u0153", "oe").replace("\u00E6", "ae").replace("\r\n", "\n");
        var noAddresses = ADDRESSES.matcher(letters).replaceAll("_");
        return EMAIL_WORD.matcher(noAddresses).replaceAll("email");
    }

    /// The sentences of a folded text, each as words with single spaces; a question keeps a last word `?`. A single line
    /// feed ends no sentence, because mail is wrapped.
    static List<String> sentences(String folded) {
        return parts(SENTENCE_ENDS, folded);
    }

    /// The lines of a folded text, each as words with single spaces.
    static List<String> lines(String folded) {
        return parts(LINE_ENDS, folded);
    }

    /// Nothing but words, numbers, `_` and `?` with single spaces between them.
    static String words(String folded) {
        var noQuotes = LOOSE_APOSTROPHES.matcher(folded).replaceAll(" ");
        return NO_WORD.matcher(noQuotes).replaceAll(" ").replace("?", " ?").replaceAll(" {2,}", " ").strip();
    }

    private static List<String> parts(Pattern ends, String folded) {
        return ends.splitAsStream(folded).map(FoldedText::words).filter(part -> !part.isEmpty()).toList();
    }

    private static String cut(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
    }
}
