package dev.ringback.engine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BackoffPolicy;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// Has a claimed batch handled under a heartbeat and writes what came of it: at once where all come together, otherwise in parts,
/// so that quick items don't wait for slow ones.
@ApplicationScoped
class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final Duration FLUSH = Duration.ofMillis(50);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final Database database;
    private final DispatchRepository work;
    private final Worker worker;
    private final Handlers handlers;
    private final DispatchConfig config;
    private final Clock clock;

    Settlement(Database database, DispatchRepository work, Worker worker, Handlers handlers, DispatchConfig config, Clock clock) {
        this.database = database;
        this.work = work;
        this.worker = worker;
        this.handlers = handlers;
        this.config = config;
        this.clock = clock;
    }

    /// Never fails: a batch that cannot be settled comes back when its lease has run out.
    Uni<Tick> settle(Claim claim) {
        if (claim.items().isEmpty()) {
            return Uni.createFrom().item(Tick.NOTHING);
        }
        var batch = new Batch(claim);
        return Uni.combine().any().of(work(batch), heartbeat(batch))
                .onFailure().invoke(failure -> LOG.warnf(failure, "lease %d could not be settled", batch.leaseId()))
                .onFailure().recoverWithItem(Tick.NOTHING);
    }

    private Uni<Tick> work(Batch batch) {
        return handlers.handle(batch).map(this::completions)
                .group().intoLists().of(batch.items().size(), FLUSH)
                .onOverflow().buffer(batch.items().size())
                .onItem().transformToUniAndConcatenate(parts -> complete(batch, parts.stream().flatMap(List::stream).toList()))
                .collect().with(Collectors.reducing(Tick.NOTHING, Tick::plus));
    }

    private List<Completion> completions(List<Handlers.Answer> answers) {
        var now = clock.instant();
        return answers.stream().map(answer -> Completion.of(answer.work(), answer.outcome(), now, retry(answer))).toList();
    }

    private Duration retry(Handlers.Answer answer) {
        return answer.outcome() instanceof Outcome.Failed ? retry(answer.work()) : Duration.ZERO;
    }

    private Duration retry(Work item) {
        return BackoffPolicy.after(item.attempts(), item.id(), config.firstRetry(), config.longestRetry());
    }

    // The fence makes it safe to try again, also where the answer to a commit was lost.
    private Uni<Tick> complete(Batch batch, List<Completion> part) {
        return (part.stream().allMatch(Completion::isPlainlyDone) ? finish(batch, part) : settle(batch, part))
                .onFailure().retry().withBackOff(FIRST_RETRY, LONGEST_RETRY).expireIn(config.lease().toMillis())
                .map(held -> held ? settled(batch, part) : lost(batch));
    }

    private Uni<Boolean> finish(Batch batch, List<Completion> part) {
        return database.asNobody(tx -> work.finishDone(tx, batch.leaseId(), part, batch.without(part)))
                .onFailure(DispatchRepository::isTouched).recoverWithUni(() -> settle(batch, part));
    }

    private Uni<Boolean> settle(Batch batch, List<Completion> part) {
        return handlers.burying(burial -> database.asService(tx -> settle(tx, batch, part, burial)));
    }

    private Uni<Boolean> settle(Tx tx, Batch batch, List<Completion> part, Handlers.Burial burial) {
        return work.finish(tx, batch.leaseId(), part, batch.without(part))
                .call(finished -> settle(tx, finished.rest(part), burial))
                .map(DispatchRepository.Finished::held);
    }

    private Uni<Void> settle(Tx tx, List<Completion> rest, Handlers.Burial burial) {
        return rest.isEmpty() ? Uni.createFrom().voidItem()
                : work.settle(tx, rest, clock.instant()).chain(dead -> burial.of(tx, dead));
    }

    private static Tick settled(Batch batch, List<Completion> part) {
        batch.settled(part);
        return Tick.of(part);
    }

    // Somebody else has the batch by now; what we did for it had no effect on the queue.
    private static Tick lost(Batch batch) {
        if (batch.lose()) {
            LOG.warnf("lease %d ran out before its %d items were done", batch.leaseId(), batch.items().size());
        }
        return Tick.NOTHING;
    }

    // Never answers: it loses the race against the handlers and is cancelled then.
    private Uni<Tick> heartbeat(Batch batch) {
        return Multi.createFrom().ticks().startingAfter(config.heartbeat()).every(config.heartbeat())
                .onOverflow().drop()
                .onItem().transformToUniAndConcatenate(_ -> extend(batch))
                .onItem().ignoreAsUni()
                .chain(() -> Uni.createFrom().nothing());
    }

    // A heartbeat that fails is no reason to drop the batch: the lease decides. One that finds no row is.
    private Uni<Void> extend(Batch batch) {
        return database.asService(tx -> work.extendLease(tx, batch.leaseId(), worker.holder().leaseSeconds()))
                .invoke(rows -> loseWithout(batch, rows))
                .onFailure().recoverWithItem(0)
                .replaceWithVoid();
    }

    private static void loseWithout(Batch batch, int rows) {
        if (rows == 0) {
            lost(batch);
        }
    }
}
