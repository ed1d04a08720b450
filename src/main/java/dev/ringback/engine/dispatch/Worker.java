package dev.ringback.engine.dispatch;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.dispatch.DispatchRepository.Backlog;
import dev.ringback.engine.dispatch.DispatchRepository.Holder;
import dev.ringback.engine.dispatch.DispatchRepository.Sight;
import dev.ringback.engine.dispatch.DispatchRepository.Stretch;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Takes work off the queue in this instance's name: sweeps, promotes, claims. Remembers where in the order it is, so that a look
/// does not begin with the dead index entries of what was claimed before.
@ApplicationScoped
class Worker {

    private static final double MILLIS = 1000;
    private static final int PROMOTED_AT_ONCE = 5000;

    private final Holder holder;
    private final Database database;
    private final DispatchRepository work;
    private final Handlers handlers;
    private final Clock clock;
    private final Position position = new Position();

    Worker(Database database, DispatchRepository work, Handlers handlers, DispatchConfig config, Clock clock) {
        this.holder = new Holder(UUID.randomUUID().toString(), config.lease().toMillis() / MILLIS);
        this.database = database;
        this.work = work;
        this.handlers = handlers;
        this.clock = clock;
    }

    Holder holder() {
        return holder;
    }

    Uni<Void> sweep() {
        return handlers.burying(burial -> database.asService(tx -> work.sweepExpired(tx, clock.instant()).chain(dead -> burial.of(tx, dead))));
    }

    /// Answers how many are ready now that were not.
    Uni<Integer> promote() {
        var now = clock.instant();
        var since = position.since(now);
        return database.asNobody(tx -> work.promoteDue(tx, since, now, PROMOTED_AT_ONCE))
                .invoke(promoted -> rememberPromotion(promoted, since, now));
    }

    /// @param limit at most so many items
    Uni<Claim> claim(int limit) {
        var full = position.fullLookIsDue();
        return database.asNobody(tx -> full ? claimAnywhere(tx, limit) : claim(tx, position.lowest(), limit))
                .invoke(claim -> position.claimed(claim.first()));
    }

    /// Whether there is anything to do, and when there will be.
    Uni<Sight> look() {
        var full = position.fullLookIsDue();
        var now = clock.instant();
        var since = position.since(now);
        return database.asNobody(tx -> work.look(tx, full ? Long.MIN_VALUE : position.lowest(), since))
                .invoke(sight -> rememberLook(sight, full, since, now));
    }

    /// The next looks begin at the beginning.
    void forget() {
        position.forget();
    }

    Uni<Backlog> backlog() {
        return database.asService(tx -> work.backlog(tx, clock.instant()));
    }

    private Uni<Claim> claim(Tx tx, long lowest, int limit) {
        return work.claimReady(tx, holder, new Stretch(lowest, Long.MAX_VALUE), limit, clock.instant());
    }

    // What outlived its lease more than once has a negative place, and runs alone.
    private Uni<Claim> claimAnywhere(Tx tx, int limit) {
        return work.claimReady(tx, holder, new Stretch(Long.MIN_VALUE, -1), 1, clock.instant())
                .chain(single -> single.nothingReady()
                        ? claim(tx, 0, limit).invoke(position::lookedEverywhere)
                        : Uni.createFrom().item(single));
    }

    private void rememberPromotion(int promoted, Instant since, Instant now) {
        if (promoted < PROMOTED_AT_ONCE) {
            position.promoted(since, now);
        }
    }

    private void rememberLook(Sight sight, boolean full, Instant since, Instant now) {
        if (full && !sight.ready()) {
            position.lookedEverywhere();
        }
        if (!sight.isDue(now)) {
            position.promoted(since, now);
        }
    }
}
