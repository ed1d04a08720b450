package dev.ringback.recruiting.session;

import java.time.Instant;

/// How a session begins, or why not now. When its message may leave is not decided here but by `SendPolicy`.
final class OpeningPolicy {

    sealed interface Decision {

        record Write() implements Decision {}

        record Call() implements Decision {}

        record Wait(Instant until) implements Decision {}

        record Stop(String reason) implements Decision {}
    }

    private OpeningPolicy() {}

    static Decision decide(Opening opening, Instant now) {
        var endsAt = opening.contact().endsAt();
        if (endsAt != null && !endsAt.isAfter(now)) {
            return new Decision.Stop("campaign_over");
        }
        if (opening.start() != null && opening.start().isAfter(now)) {
            return new Decision.Wait(opening.start());
        }
        return opening.isCall() ? new Decision.Call() : new Decision.Write();
    }
}
