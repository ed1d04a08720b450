package dev.ringback.recruiting.conversation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.ringback.engine.model.Question;
import dev.ringback.recruiting.objective.ModelValue;
import dev.ringback.recruiting.objective.Objective;
import dev.ringback.recruiting.objective.SessionObjectives;

/// What a model is asked about a candidate's message. The campaign's texts are the instruction; what was said and what is known, which both
/// may be the candidate's words, is material.
final class PromptedQuestion {

    static final String PURPOSE = "recruiting.reply";
    static final String REPLY = "reply";
    static final String VALUE = "value";

    private static final String INSTRUCTION = """
            You write to a candidate for a recruiter, as these instructions of his say:
            %s

            Today is %s. To be found out, in this order:
            %s

            The material holds the conversation so far, of which the last message of the sender `user` is to be answered, and what is known.
            `reply` is what you say to it: plain text of at most %d characters, in the candidate's language, of what stands above alone, without
            any link, address or telephone number that does not stand above. It ends by asking for the first thing that is not known yet.
            %s""";
    private static final String VALUE_INSTRUCTION =
            "`value` is what that message says about `%s`, null where it does not say; once it says so, the next thing is asked for.";

    private PromptedQuestion() {}

    /// @param open what was asked last and is not known yet
    static Question of(PromptedTurn turn, SessionObjectives session, Optional<Objective> open, List<Map<String, String>> said, int mostChars) {
        var instruction = INSTRUCTION.formatted(turn.ours(), LocalDate.ofInstant(turn.at(), session.zone()), wanted(session), mostChars,
                open.map(objective -> VALUE_INSTRUCTION.formatted(objective.name())).orElse(""));
        var values = new HashMap<String, Object>(Map.of(REPLY, Map.of("type", "string", "minLength", 1, "maxLength", mostChars)));
        open.ifPresent(objective -> values.put(VALUE, ModelValue.schema(objective)));
        return new Question(PURPOSE, instruction, Map.of("conversation", said, "known", session.values()), values);
    }

    private static String wanted(SessionObjectives session) {
        return session.objectives().all().stream()
                .map(objective -> "- `%s` (%s)%s".formatted(objective.name(), objective.type(), objective.isAskedByOpening()
                        ? ""
                        : ": " + objective.question()))
                .collect(Collectors.joining("\n"));
    }
}
