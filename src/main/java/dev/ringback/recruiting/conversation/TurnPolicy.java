package dev.ringback.recruiting.conversation;

import java.time.Instant;
import java.util.Optional;

import dev.ringback.recruiting.objective.Objective;
import dev.ringback.recruiting.objective.SessionObjectives;

/// What a candidate's message answers, and what is said next.
final class TurnPolicy {

    private static final String AGENT = "agent";
    private static final String OPENING = "opening";
    private static final String QUESTION = "question:";
    private static final int MOST_TIMES = 2;

    /// @param step  of the message that asked last
    /// @param times how often that was sent
    record Asked(String step, Instant at, int times) {

        /// Whether it crossed what was written then, which cannot be a wrong answer to it.
        boolean crossed(Instant written) {
            return !written.isAfter(at);
        }

        boolean mayBeRepeated(Instant written) {
            return times < MOST_TIMES && !crossed(written);
        }
    }

    sealed interface Decision {

        record Ask(Objective objective) implements Decision {}

        record Close() implements Decision {}

        /// Nothing by itself: a person reads on.
        record Leave() implements Decision {}
    }

    private TurnPolicy() {}

    /// The objective that a message answers, if it can: the one that was asked last and is not known yet.
    static Optional<Objective> answered(SessionObjectives session, Optional<Asked> asked) {
        return asked.filter(_ -> !isAPersons(asked)).map(Asked::step).flatMap(step -> step.equals(OPENING)
                ? session.objectives().all().stream().findFirst().filter(Objective::isAskedByOpening)
                : session.objectives().find(step.substring(QUESTION.length())))
                .filter(objective -> session.values().get(objective.name()) == null);
    }

    /// Whether a recruiter has spoken last.
    static boolean isAPersons(Optional<Asked> asked) {
        return asked.filter(last -> last.step().equals(AGENT)).isPresent();
    }

    /// @param after   what is known with the answer
    /// @param open    what was asked and is not known yet
    /// @param written when the message was
    static Decision next(SessionObjectives after, Optional<Objective> open, Optional<Asked> asked, Instant written) {
        if (!after.isActive()) {
            return after.areMet() ? new Decision.Close() : new Decision.Leave();
        }
        // Where a recruiter has spoken, he is answered, and he goes on.
        if (isAPersons(asked)) {
            return new Decision.Leave();
        }
        if (open.isPresent()) {
            return asked.orElseThrow().mayBeRepeated(written) && !open.get().isAskedByOpening() ? new Decision.Ask(open.get()) : new Decision.Leave();
        }
        return after.objectives().next(after.values()).<Decision>map(Decision.Ask::new).orElseGet(Decision.Leave::new);
    }
}
