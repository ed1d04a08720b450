package dev.ringback.engine.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.reconcile.ReconcileRepository.Stranded;
import dev.ringback.engine.run.Cadence;
import dev.ringback.engine.run.Job;
import dev.ringback.engine.run.JobBudget;
import dev.ringback.engine.run.JobReport;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;

/// Gives messages that were cut off while they were being submitted, and that nobody works any more, work again, which settles
/// them.
@ApplicationScoped
class ReconcileUncertain implements Job {

    private static final Cadence EVERY = new Cadence.Draining(Duration.ofMinutes(5));
    private static final int MOST_AT_ONCE = 500;

    private final Database database;
    private final ReconcileRepository messages;
    private final WorkQueue queue;
    private final ReconcileConfig config;
    private final Clock clock;

    ReconcileUncertain(Database database, ReconcileRepository messages, WorkQueue queue, ReconcileConfig config, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reconcile-uncertain";
    }

    @Override
    public Cadence cadence() {
        return EVERY;
    }

    @Override
    public Uni<JobReport> run(JobBudget budget) {
        var most = Math.min(budget.limitOrAll(), MOST_AT_ONCE);
        return database.asService(tx -> requeue(tx, most)).map(requeued -> JobReport.done(name(), requeued));
    }

    private Uni<Integer> requeue(Tx tx, int most) {
        return messages.findStranded(tx, clock.instant().minus(config.strandedAfter()), most)
                .chain(found -> Multi.createFrom().iterable(found)
                        .onItem().transformToUniAndConcatenate(stranded -> queue.enqueue(tx, work(stranded)).replaceWith(stranded))
                        .collect().asList().map(List::size));
    }

    private NewWork work(Stranded stranded) {
        var subject = stranded.subject();
        return new NewWork(subject.pack(), SendMessage.KIND, subject.tenant(), subject.kind(), subject.id(), SendMessage.KIND + ":" + stranded.id(),
                clock.instant(), Map.of("message", stranded.id().toString()), true);
    }
}
