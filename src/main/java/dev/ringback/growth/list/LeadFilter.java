package dev.ringback.growth.list;

import java.util.Set;
import java.util.function.UnaryOperator;

import dev.ringback.engine.http.Problem;

/// Which leads are listed; what is null is not asked for. Deleted ones are listed by their tag alone.
///
/// @param isTest true for test leads alone, false for all others
record LeadFilter(String tag, String urgency, String intent, String source, String email, Boolean isTest) {

    private static final int LONGEST = 254;

    /// @param asked the caller's own words by the members' names; null for what is left out
    static LeadFilter of(UnaryOperator<String> asked) {
        var test = among(asked, "test", Set.of("true", "false"));
        return new LeadFilter(among(asked, "tag", Set.of("Active", "Follow-Up", "Converted", "Archived", "Deleted")),
                among(asked, "urgency", Set.of("Low", "Medium", "High")), text(asked, "intent"), text(asked, "source"), text(asked, "email"),
                test == null ? null : Boolean.valueOf(test));
    }

    private static String among(UnaryOperator<String> asked, String name, Set<String> words) {
        var word = asked.apply(name);
        if (word != null && !words.contains(word)) {
            throw Problem.invalid(name, "must be one of " + String.join(", ", words.stream().sorted().toList()));
        }
        return word;
    }

    private static String text(UnaryOperator<String> asked, String name) {
        var text = asked.apply(name);
        if (text != null && text.length() > LONGEST) {
            throw Problem.invalid(name, "must have at most %d characters".formatted(LONGEST));
        }
        return text;
    }
}
