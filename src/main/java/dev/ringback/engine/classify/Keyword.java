package dev.ringback.engine.classify;

import java.util.List;
import java.util.Set;

/// What a text that is nothing but a keyword asks for. The words are those of CTIA's Messaging Principles and of the
/// carriers, with their French, Spanish and German forms; "YES" is no START here, because it answers other questions.
public enum Keyword {
    STOP, START, HELP, NONE;

    private static final Set<String> STARTS = Set.of("start", "unstop", "resume", "subscribe", "opt in", "optin", "reprendre", "alta", "reanudar",
            "anmelden");
    private static final Set<String> HELPS = Set.of("help", "info", "aide", "ayuda", "hilfe");

    /// The keyword that the whole text is, whatever its case and punctuation; `NONE` for any text that says more.
    public static Keyword of(String text) {
        var folded = FoldedText.fold(text);
        var words = FoldedText.words(folded);
        if (STARTS.contains(words)) {
            return START;
        }
        if (HELPS.contains(words)) {
            return HELP;
        }
        return StopWords.read(folded).equals(new OptOut(OptOut.Answer.YES, List.of(StopWords.WHOLE))) ? STOP : NONE;
    }
}
