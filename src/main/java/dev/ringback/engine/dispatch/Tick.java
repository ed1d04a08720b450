package dev.ringback.engine.dispatch;

import java.util.Collection;
import java.util.function.Predicate;

/// What one tick, or a part of it, did.
record Tick(int claimed, int done, int snoozed, int failed, int cancelled) {

    static final Tick NOTHING = new Tick(0, 0, 0, 0, 0);

    static Tick of(Collection<Completion> completions) {
        return new Tick(completions.size(), count(completions, "done"), count(completions, "snoozed"), count(completions, "failed"),
                count(completions, "cancelled"));
    }

    Tick plus(Tick other) {
        return new Tick(claimed + other.claimed, done + other.done, snoozed + other.snoozed, failed + other.failed,
                cancelled + other.cancelled);
    }

    private static int count(Collection<Completion> completions, String verb) {
        Predicate<Completion> ofVerb = completion -> completion.verb().equals(verb);
        return (int) completions.stream().filter(ofVerb).count();
    }
}
