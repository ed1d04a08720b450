package dev.ringback.engine.dispatch;

import java.util.Collection;
import java.util.function.Predicate;

/// What one tick, or one round of it, did.
///
/// @param last whether the draining ends here: nothing is ready, or time or limit is used up
record Tick(int claimed, int done, int snoozed, int failed, int cancelled, boolean last) {

    static final Tick NOTHING = new Tick(0, 0, 0, 0, 0, false);

    static final Tick DRAINED = NOTHING.asLast();

    static Tick of(Collection<Completion> completions) {
        return new Tick(completions.size(), count(completions, "done"), count(completions, "snoozed"), count(completions, "failed"),
                count(completions, "cancelled"), false);
    }

    Tick plus(Tick other) {
        return new Tick(claimed + other.claimed, done + other.done, snoozed + other.snoozed, failed + other.failed,
                cancelled + other.cancelled, last || other.last);
    }

    Tick asLast() {
        return new Tick(claimed, done, snoozed, failed, cancelled, true);
    }

    private static int count(Collection<Completion> completions, String verb) {
        Predicate<Completion> ofVerb = completion -> completion.verb().equals(verb);
        return (int) completions.stream().filter(ofVerb).count();
    }
}
