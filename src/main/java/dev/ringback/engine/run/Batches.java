package dev.ringback.engine.run;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.time.Deadline;

/// A job's loop: batch after batch, each a transaction of its own, until one finds nothing or the budget is used up.
public final class Batches {

    private final int size;
    private final Deadline deadline;
    private final int limit;

    /// @param budget the caller's
    /// @param own    the longest that the job may take
    /// @param size   items per batch
    public Batches(JobBudget budget, Duration own, int size) {
        this.size = size;
        this.deadline = Deadline.in(budget.budgetOr(own));
        this.limit = budget.limitOrAll();
    }

    /// @param batch given how many items it may take, answers how many it took
    public Uni<Done> drain(IntFunction<Uni<Integer>> batch) {
        return Multi.createBy().repeating().uni(Progress::new, progress -> next(progress, batch)).whilst(progress -> !progress.isOver())
                .collect().last()
                .map(Progress::answer);
    }

    private Uni<Progress> next(Progress progress, IntFunction<Uni<Integer>> batch) {
        return batch.apply(Math.min(size, limit - progress.done())).map(progress::after);
    }

    /// @param drained false where the budget ended before the work did
    public record Done(int done, boolean drained) {

        public static final Done NOTHING = new Done(0, true);

        public Done plus(Done other) {
            return new Done(done + other.done, drained && other.drained);
        }

        /// For jobs that know no more of what is left than whether there is something.
        public JobReport report(String job) {
            return new JobReport(job, done, done, 0, 0, 0, drained ? 0 : 1, null);
        }
    }

    // One per drain: the loop hands it from batch to batch.
    private final class Progress {

        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger last = new AtomicInteger();

        int done() {
            return done.get();
        }

        Progress after(int taken) {
            last.set(taken);
            done.addAndGet(taken);
            return this;
        }

        boolean isOver() {
            return last.get() == 0 || done.get() >= limit || deadline.hasPassed();
        }

        Done answer() {
            return new Done(done.get(), last.get() == 0);
        }
    }
}
