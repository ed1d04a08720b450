package dev.ringback.growth.probe;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether an automatic answer is personal: it calls by the first name whoever asked. What it only repeats of the question or
/// of the form's fields doesn't count.
final class AnswerRules {

    private static final Pattern FIELD = Pattern.compile("[\\p{L} ._-]{1,30}:\\s*(.*)");

    private AnswerRules() {}

    /// @param name     with which was asked
    /// @param question what was asked
    static boolean isPersonal(String answer, String name, String question) {
        var asked = question.lines().map(AnswerRules::fold).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
        var said = answer.lines().map(AnswerRules::fold).filter(line -> !asked.contains(line.replaceFirst("^(> ?)+", "")))
                .filter(line -> !repeats(line, List.of(fold(name), firstName(name)))).collect(Collectors.joining("\n"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])".formatted(Pattern.quote(firstName(name)))).matcher(said).find();
    }

    private static boolean repeats(String line, List<String> values) {
        var field = FIELD.matcher(line);
        return field.matches() && values.contains(field.group(1).strip());
    }

    private static String firstName(String name) {
        return fold(name).replaceFirst("\\s.*", "");
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).strip();
    }
}
