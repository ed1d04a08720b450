package dev.ringback.engine.classify;

import java.util.List;

/// Whether a text takes back the consent to be written to, and the ids of the rules that say so. With `NO` the ids are of
/// the phrases that only looked like it.
public record OptOut(Answer answer, List<String> rules) {

    /// `UNSURE` means: hold sending and ask a human.
    public enum Answer {
        YES, NO, UNSURE
    }

    public OptOut {
        rules = List.copyOf(rules);
    }
}
