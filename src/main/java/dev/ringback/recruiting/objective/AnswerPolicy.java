package dev.ringback.recruiting.objective;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What an answer says about the objective that was asked for. Empty where the rules can't tell: then nothing is guessed.
public final class AnswerPolicy {

    /// The rules read no further: who answers a question does so at the beginning.
    private static final int MOST_CHARS = 2_000;
    private static final int MOST_TEXT = 500;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern UNSURE = Pattern.compile(
            "\\b(maybe|perhaps|not sure|unsure|depends|don't know|dont know|no idea|peut etre|ca depend|vielleicht|quizas|tal vez)\\b");
    private static final Pattern NO_THAT_MEANS_YES =
            Pattern.compile("\\b(no problem|no worries|no problemo|why not|pas de probleme|kein problem)\\b");
    private static final Set<String> YES =
            Set.of("yes", "y", "yeah", "yep", "yup", "ya", "sure", "ok", "okay", "absolutely", "definitely", "certainly",
                    "interested", "please", "oui", "d'accord", "volontiers", "si", "claro", "vale", "ja", "gerne", "klar");
    private static final Set<String> NO = Set.of("no", "n", "nope", "nah", "not", "never", "don't", "dont", "can't", "cant", "isn't", "won't", "non",
            "pas", "nein", "nicht", "kein", "nunca");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])-?\\d{1,3}(?:[ ,]\\d{3})+(?:\\.\\d+)?(?![\\d])|(?<![\\d.,])-?\\d+(?:[.,]\\d+)?(?![\\d])");

    private AnswerPolicy() {}

    /// @param today in the candidate's zone
    /// @return a Boolean, a BigDecimal, an ISO date or a text, by the objective's type
    public static Optional<Object> read(Objective objective, String text, LocalDate today) {
        var cut = text.substring(0, Math.min(text.length(), MOST_CHARS)).strip();
        var folded = fold(cut);
        return switch (objective.type()) {
            case "yes_no" -> yesOrNo(folded).map(answer -> answer);
            case "number" -> number(folded, objective).map(number -> number);
            case "date" -> AnsweredDate.find(folded, today).map(LocalDate::toString);
            case "choice" -> choice(folded, objective.choices()).map(choice -> choice);
            default -> cut.isEmpty() ? Optional.empty() : Optional.of(cut.substring(0, Math.min(cut.length(), MOST_TEXT)));
        };
    }

    // The first clear word decides: "yes, but not this week" is a yes, "no thanks, sure it is a good job" a no.
    private static Optional<Boolean> yesOrNo(String folded) {
        var plain = NO_THAT_MEANS_YES.matcher(folded).replaceAll("yes");
        if (UNSURE.matcher(plain).find()) {
            return Optional.empty();
        }
        return Pattern.compile(" ").splitAsStream(plain).filter(word -> YES.contains(word) || NO.contains(word)).findFirst()
                .map(first -> YES.contains(first) && !isDenied(plain, first));
    }

    // "I am not interested" has its no before; "interested? no" behind a word that alone is no answer.
    private static boolean isDenied(String plain, String first) {
        return (first.equals("interested") || first.equals("please"))
                && Pattern.compile(" ").splitAsStream(plain).anyMatch(NO::contains);
    }

    private static Optional<BigDecimal> number(String folded, Objective objective) {
        var found = NUMBER.matcher(folded).results().map(result -> new BigDecimal(plain(result.group()))).distinct().limit(2).toList();
        return found.size() == 1 ? found.stream().filter(number -> isWithin(number, objective)).findFirst() : Optional.empty();
    }

    // 1,200 is a thousand, 12,5 a half.
    private static String plain(String number) {
        return number.matches("-?\\d{1,3}([ ,]\\d{3})+(\\.\\d+)?") ? number.replaceAll("[ ,]", "") : number.replace(',', '.');
    }

    private static boolean isWithin(BigDecimal number, Objective objective) {
        return (objective.min() == null || number.compareTo(objective.min()) >= 0)
                && (objective.max() == null || number.compareTo(objective.max()) <= 0);
    }

    private static Optional<String> choice(String folded, List<String> choices) {
        if (folded.matches("[1-9]\\d?")) {
            return IntStream.range(0, choices.size()).filter(at -> at == Integer.parseInt(folded) - 1).mapToObj(choices::get).findFirst();
        }
        var named = choices.stream().filter(choice -> (" " + words(folded) + " ").contains(" " + words(fold(choice)) + " ")).limit(2).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static String words(String folded) {
        return NO_WORD.matcher(folded).replaceAll(" ").strip();
    }

    private static String fold(String text) {
        var lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("[\u2018\u2019\u02BC\u2032`]", "'");
        return MARKS.matcher(lower).replaceAll("").replaceAll("[!?;:\"()\\s]+", " ").replaceAll("[.,](?= |$)", " ").replaceAll(" {2,}", " ").strip();
    }

}
