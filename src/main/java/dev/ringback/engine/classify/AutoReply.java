package dev.ringback.engine.classify;

import java.time.LocalDate;
import java.util.List;

/// Whether a machine wrote a mail, the ids of the rules that say so, and the day from which the person is back.
///
/// @param returnsOn first day back; null if the mail names none, or none that can be read without doubt
public record AutoReply(boolean automatic, List<String> rules, LocalDate returnsOn) {

    public AutoReply {
        rules = List.copyOf(rules);
    }
}
