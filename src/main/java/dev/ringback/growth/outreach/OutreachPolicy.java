package dev.ringback.growth.outreach;

import java.util.Optional;

import dev.ringback.growth.outreach.OutreachRepository.Past;

/// Whether a prospect is written to once more.
final class OutreachPolicy {

    private OutreachPolicy() {}

    /// The reason against it, empty when there is none.
    static Optional<String> refusal(Past past) {
        if (past.hasReplied()) {
            return Optional.of("replied");
        }
        return past.isWaiting() ? Optional.of("waits_for_answer") : Optional.empty();
    }
}
