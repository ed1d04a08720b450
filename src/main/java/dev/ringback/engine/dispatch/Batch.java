package dev.ringback.engine.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// The items of one kind in a claim, and what their handler said of them.
record Batch(List<Work> items, Map<Long, Outcome> outcomes) {

    private static final Outcome FORGOTTEN = new Outcome.Failed("the handler gave no outcome");

    List<Completion> completions(Instant now, DispatchConfig config) {
        return items.stream().map(work -> completion(work, now, config)).toList();
    }

    private Completion completion(Work work, Instant now, DispatchConfig config) {
        var retry = BackoffPolicy.after(work.attempts(), work.id(), config.firstRetry(), config.longestRetry());
        return Completion.of(work, outcomes.getOrDefault(work.id(), FORGOTTEN), now, retry);
    }
}
