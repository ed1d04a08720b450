package dev.ringback.engine.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.ringback.engine.classify.OptOut.Answer;

/// Reads whether a person takes back the consent to be written to: keywords, then free text by the phrases of
/// `opt-out.en.rules` and its sisters. Any reasonable means counts (47 CFR 64.1200(a)(10); GDPR art. 7(3) and 21(2)).
public final class OptOutRules {

    /// Changes with every change of a rule; stored with each verdict.
    public static final String VERSION = "optout/3";

    private static final Map<Language, List<Rule>> TABLES = Rule.tables("opt-out");

    private OptOutRules() {}

    /// Reads the person's own words: strip quoted mail with [QuotedText] first, or a footer's "reply STOP" speaks for him.
    /// At most [FoldedText#MAX_CHARS] are read. The language only orders the tables; all of them are read.
    public static OptOut read(String text, Language language) {
        var folded = Misspelling.spellOut(FoldedText.fold(text));
        var keyword = StopWords.read(folded);
        var sentences = FoldedText.sentences(folded);
        var phrases = rules(language);
        var yes = new ArrayList<>(keyword.answer() == Answer.YES ? keyword.rules() : List.of());
        var unsure = new ArrayList<>(keyword.answer() == Answer.UNSURE ? keyword.rules() : List.of());
        var looksLikeIt = ids("mask", phrases, sentences);
        var meant = sentences.stream().map(sentence -> blank("mask", sentence, phrases)).toList();
        unsure.addAll(ids("doubt", phrases, meant));
        var rest = meant.stream().map(sentence -> blank("doubt", sentence, phrases)).toList();
        yes.addAll(ids("yes", phrases, rest));
        unsure.addAll(ids("unsure", phrases, rest));
        return answer(yes, unsure, looksLikeIt);
    }

    private static List<Rule> rules(Language first) {
        return Stream.concat(Stream.of(first), TABLES.keySet().stream().filter(language -> language != first))
                .flatMap(language -> TABLES.getOrDefault(language, List.of()).stream()).toList();
    }

    private static OptOut answer(List<String> yes, List<String> unsure, List<String> looksLikeIt) {
        if (!yes.isEmpty()) {
            return new OptOut(Answer.YES, yes);
        }
        // "I never signed up. Remove." Each for itself leaves doubt, together they don't.
        if (unsure.contains(StopWords.MANNERLY) && unsure.stream().anyMatch(rule -> rule.endsWith(".who-gave") || rule.endsWith(".not-interested"))) {
            return new OptOut(Answer.YES, unsure);
        }
        return unsure.isEmpty() ? new OptOut(Answer.NO, looksLikeIt) : new OptOut(Answer.UNSURE, unsure);
    }

    private static List<String> ids(String label, List<Rule> rules, List<String> sentences) {
        return rules.stream().filter(rule -> rule.label().equals(label)).filter(rule -> sentences.stream().anyMatch(rule::in)).map(Rule::id)
                .distinct().toList();
    }

    private static String blank(String label, String sentence, List<Rule> rules) {
        var rest = sentence;
        for (var rule : rules) {
            rest = rule.label().equals(label) ? rule.blank(rest) : rest;
        }
        return rest;
    }
}
