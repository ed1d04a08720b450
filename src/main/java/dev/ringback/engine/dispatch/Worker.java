package dev.ringback.engine.dispatch;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;

/// One round of the queue: promote what is due, claim a batch, have it handled under a heartbeat, complete it.
@ApplicationScoped
class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final double MILLIS = 1000;

    private final String name = UUID.randomUUID().toString();
    private final Database database;
    private final DispatchRepository work;
    private final Handlers handlers;
    private final DispatchConfig config;
    private final Clock clock;

    Worker(Database database, DispatchRepository work, Handlers handlers, DispatchConfig config, Clock clock) {
        this.database = database;
        this.work = work;
        this.handlers = handlers;
        this.config = config;
        this.clock = clock;
    }

    Uni<Integer> sweep() {
        return database.asService(work::sweepExpired);
    }

    /// @param limit at most so many items, and never more than a batch
    Uni<Tick> round(int limit) {
        return claim(Math.min(limit, config.batch())).chain(this::settle);
    }

    Uni<Backlog> backlog() {
        return database.asService(tx -> work.backlog(tx, clock.instant()));
    }

    private Uni<Claim> claim(int limit) {
        return database.asService(tx -> work.promoteDue(tx, clock.instant(), limit)
                .chain(() -> work.claimReady(tx, name, leaseSeconds(), limit)));
    }

    private Uni<Tick> settle(Claim claim) {
        if (claim.nothingReady()) {
            return Uni.createFrom().item(Tick.DRAINED);
        }
        if (claim.items().isEmpty()) {
            return Uni.createFrom().item(Tick.NOTHING);
        }
        return Uni.combine().any().of(handlers.handle(claim.items()), heartbeat(claim)).chain(batches -> complete(claim, batches));
    }

    private Uni<Tick> complete(Claim claim, List<Batch> batches) {
        var now = clock.instant();
        var completions = batches.stream().flatMap(batch -> batch.completions(now, config).stream()).toList();
        return database.asService(tx -> work.completeBatch(tx, claim.leaseId(), completions, now))
                .map(held -> held ? Tick.of(completions) : lost(claim));
    }

    // Somebody else has the batch by now; what we did for it had no effect on the queue.
    private Tick lost(Claim claim) {
        LOG.warnf("lease %d ran out before its %d items were done", claim.leaseId(), claim.items().size());
        return Tick.NOTHING;
    }

    // Never answers: it loses the race against the handlers and is cancelled then.
    private Uni<List<Batch>> heartbeat(Claim claim) {
        return Multi.createFrom().ticks().startingAfter(config.heartbeat()).every(config.heartbeat())
                .onOverflow().drop()
                .onItem().transformToUniAndConcatenate(_ -> extend(claim))
                .collect().last()
                .chain(() -> Uni.createFrom().nothing());
    }

    // A heartbeat that fails is no reason to drop the batch: the lease decides.
    private Uni<Integer> extend(Claim claim) {
        return database.asService(tx -> work.extendLease(tx, claim.leaseId(), leaseSeconds())).onFailure().recoverWithItem(0);
    }

    private double leaseSeconds() {
        return config.lease().toMillis() / MILLIS;
    }
}
