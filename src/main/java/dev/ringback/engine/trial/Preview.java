package dev.ringback.engine.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.ringback.engine.policy.SendFacts;
import dev.ringback.engine.policy.SendPolicy;
import dev.ringback.engine.policy.Verdict;

/// What would become of a message.
///
/// @param sendsAt null when it would not leave, or nobody knows when
/// @param rule    which rule keeps it then; `clear` otherwise
/// @param reason  machine-readable; null when it would leave
/// @param steps   the instants at which policy would be asked, in order; the last one decides
record Preview(
        Instant sendsAt,
        @Schema(examples = "clear") String rule,
        String reason,
        Wording wording,
        List<Step> steps) {

    // Each wait ends in a window; what is asked again more often than this waits for something else than time.
    private static final int MOST_STEPS = 10;

    /// What would stand in it.
    ///
    /// @param html    null for text alone
    /// @param problem what is wrong with the template; null when it could be filled
    record Wording(
            @Schema(examples = "Maple Roofing: your message") String subject,
            @Schema(examples = "Hi Sarah Chen, …") String text,
            @Schema(examples = "<p>Hi Sarah Chen, …</p>") String html,
            String problem) {}

    record Step(Instant at, List<Answer> verdicts) {

        static Step of(SendFacts facts, Instant at) {
            return new Step(at, SendPolicy.opinions(facts, at).stream().map(Answer::of).toList());
        }
    }

    /// What one rule says by itself.
    ///
    /// @param until null unless it defers
    record Answer(
            @Schema(examples = "house_window") String rule,
            @Schema(enumeration = {
                    "clear", "defer", "refuse"}, examples = "clear") String verdict,
            Instant until,
            String reason) {

        static Answer of(SendPolicy.Opinion opinion) {
            return switch (opinion.verdict()) {
                case Verdict.SendNow _ -> new Answer(opinion.rule(), "clear", null, null);
                case Verdict.Defer(var until, _, var reason) -> new Answer(opinion.rule(), "defer", until, reason);
                case Verdict.Refuse(_, var reason) -> new Answer(opinion.rule(), "refuse", null, reason);
            };
        }
    }

    /// Waits as the message would. Facts stay as they are now: what other messages use up meanwhile nobody knows.
    static Preview of(SendFacts facts, Instant at, Wording wording) {
        var steps = new ArrayList<Step>();
        var asked = at;
        while (true) {
            steps.add(Step.of(facts, asked));
            switch (SendPolicy.decide(facts, asked)) {
                case Verdict.SendNow clear -> {
                    return new Preview(asked, clear.rule(), null, wording, steps);
                }
                case Verdict.Refuse(var rule, var reason) -> {
                    return new Preview(null, rule, reason, wording, steps);
                }
                case Verdict.Defer(var until, var rule, var reason) -> {
                    if (rule.equals(SendPolicy.BRAKE) || steps.size() == MOST_STEPS) {
                        return new Preview(null, rule, reason, wording, steps);
                    }
                    asked = until;
                }
            }
        }
    }
}
