package dev.ringback.engine.classify;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The STOP family as whole message tokens, never as a part of a sentence: 47 CFR 64.1200(a)(10) names stop, quit, end,
/// revoke, opt out, cancel and unsubscribe; CTIA and the Canadian carriers add stopall and arret.
///
/// Words that mean nothing else count as a message, a line, a sentence or what stands before or after its commas. Words
/// that have other uses ("cancel", "end") count only as the whole message, and leave doubt with politeness around them.
final class StopWords {

    static final String WHOLE = "optout.any.keyword";
    static final String CLAUSE = "optout.any.keyword-clause";
    static final String ASKED = "optout.any.keyword-question";
    static final String MANNERLY = "optout.any.weak-keyword";
    static final String HAND = "optout.any.raised-hand";

    private static final String STRONG =
            "(?:stop|stopp|sotp|stpo|tsop|st0p|stop ?all|s t o p|unsubscribe(?: me| us)?|unsub|opt ?out|"
                    + "opt (?:me|us) out|revoke|remove me|"
                    + "arret|arretez|arreter|desinscription|(?:me |se )?desinscrire|desinscrivez moi|"
                    + "desabonnement|(?:me |se )?desabonner|desabonnez moi|"
                    + "desuscribir|desuscribirme|darme de baja|dar de baja|baja por favor|por favor baja|abmelden|abmeldung|abbestellen|austragen)";
    private static final String WEAK =
            "(?:cancel|cancel ?all|cancel subscription|cancelar suscripcion|"
                    + "end|quit|remove|baja|parar|pare|paren|alto|basta|cancelar|resilier|ende|schluss|aufhoren)";
    private static final String MANNERS = "(?:please|pls|plz|ok|okay|hi|hello|hey|just|now|all|sir|thanks|thank you|already|immediately|texting|svp|"
            + "s'il vous plait|s'il te plait|merci|bonjour|bitte|danke|hallo|jetzt|sofort|por favor|gracias|hola|ya)";

    private static final Pattern PLAIN = Pattern.compile("%s(?: %s){0,9}|%s".formatted(STRONG, STRONG, WEAK));
    private static final Pattern POLITE = Pattern.compile("(?:%s ){0,3}%s(?: (?:%s|%s)){0,9}".formatted(MANNERS, STRONG, STRONG, MANNERS));
    private static final Pattern QUESTION =
            Pattern.compile("(?:(?:maybe|perhaps|peut etre|quizas?|tal vez|vielleicht) )?(?:%s ){0,3}(?:%s|%s)(?: %s){0,3}(?: \\?){1,3}"
                    .formatted(MANNERS, STRONG, WEAK, MANNERS));
    private static final Pattern POLITE_WEAK = Pattern.compile("(?:%s ){0,3}%s(?: %s){0,3}".formatted(MANNERS, WEAK, MANNERS));

    // A stop sign is the word only where no other words are: "left at the sign". A raised hand may also greet.
    private static final Pattern SIGN = Pattern.compile("[\\x{1F6D1}\\x{26D4}\\x{1F6AB}\\x{1F4F5}]");
    private static final Pattern RAISED_HAND = Pattern.compile("[\\x{270B}\\x{1F91A}\\x{1F590}\\x{1F515}]");

    private StopWords() {}

    /// Reads a folded text; `NO` without rules where it holds no keyword that stands alone. Long keywords count with one slip of the
    /// finger in them.
    static OptOut read(String text) {
        var folded = Misspelling.correct(text);
        var whole = FoldedText.words(folded);
        if (PLAIN.matcher(whole).matches()) {
            return new OptOut(OptOut.Answer.YES, List.of(WHOLE));
        }
        var signed = FoldedText.words(SIGN.matcher(folded).replaceAll(" stop "));
        if (!signed.equals(whole) && POLITE.matcher(signed).matches()) {
            return new OptOut(OptOut.Answer.YES, List.of(WHOLE));
        }
        if (whole.isEmpty() && RAISED_HAND.matcher(folded).find()) {
            return new OptOut(OptOut.Answer.UNSURE, List.of(HAND));
        }
        if (clauses(folded).stream().anyMatch(clause -> POLITE.matcher(clause).matches())) {
            return new OptOut(OptOut.Answer.YES, List.of(CLAUSE));
        }
        if (FoldedText.sentences(folded).stream().anyMatch(sentence -> QUESTION.matcher(sentence).matches())) {
            return new OptOut(OptOut.Answer.UNSURE, List.of(ASKED));
        }
        if (clauses(folded).stream().anyMatch(clause -> POLITE_WEAK.matcher(clause).matches())) {
            return new OptOut(OptOut.Answer.UNSURE, List.of(MANNERLY));
        }
        return new OptOut(OptOut.Answer.NO, List.of());
    }

    // Of the parts between commas only the first and the last: "left, stop, right" lists words, "Stop, I mean it" does not.
    private static List<String> clauses(String folded) {
        var commas = folded.split(",", -1);
        var outer = List.of(FoldedText.words(commas[0]), FoldedText.words(commas[commas.length - 1]));
        return Stream.of(FoldedText.lines(folded), FoldedText.sentences(folded), outer).flatMap(List::stream).toList();
    }
}
