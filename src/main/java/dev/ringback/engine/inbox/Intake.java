package dev.ringback.engine.inbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.inbox.WaitingRoom.Waiting;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.SqlState;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;

/// Makes arrivals durable before they are answered, in groups: those that come while a group's transaction runs are the next group.
/// An arrival that comes alone waits for nobody.
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    // Bad values, broken constraints, deadlocks with another instance's group, beyond a limit: one alone may fare better.
    private static final String[] SEPARABLE = {"22", "23", "40", "54"};
    // A pool may hand out a connection that is just ending.
    private static final Duration AGAIN_AFTER = Duration.ofMillis(50);
    private static final int RETRIES = 2;

    private final Database database;
    private final InboxRepository inbox;
    private final WakeUps wakeUps;
    private final Clock clock;
    private final WaitingRoom room;
    private final AtomicBoolean committing = new AtomicBoolean();

    Intake(Database database, InboxRepository inbox, WakeUps wakeUps, Clock clock, IntakeConfig config) {
        this.database = database;
        this.inbox = inbox;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.room = new WaitingRoom(config);
    }

    /// Committed when it answers; fails with a [Problem]: 503 when too many wait or the database does not answer, 422 when Postgres
    /// refuses this very arrival. Only what was verified may come here.
    ///
    /// @return whether this delivery is the first of its event
    public Uni<Boolean> store(Arrival arrival) {
        return Uni.createFrom().emitter(answer -> {
            if (room.enter(new Waiting(arrival, clock.instant(), answer))) {
                commitNext();
            } else {
                answer.fail(unavailable());
            }
        });
    }

    // The subscription of this class: a group is many requests', and is committed even if the one that began it has hung up.
    private void commitNext() {
        while (!room.isEmpty() && committing.compareAndSet(false, true)) {
            var group = room.nextGroup();
            if (!group.isEmpty()) {
                commit(group).subscribe().with(_ -> goOn(), failure -> abandon(group, failure));
                return;
            }
            committing.set(false);
        }
    }

    private void goOn() {
        committing.set(false);
        commitNext();
    }

    private void abandon(List<Waiting> group, Throwable failure) {
        LOG.error("%d arrivals were not stored".formatted(group.size()), failure);
        group.forEach(waiting -> waiting.answer.fail(unavailable()));
        goOn();
    }

    // Twice is once: what was committed before the connection broke is found by its key.
    private Uni<Void> commit(List<Waiting> group) {
        return Uni.createFrom().deferred(() -> insert(group))
                .onFailure(Intake::isConnection).retry().withBackOff(AGAIN_AFTER).atMost(RETRIES)
                .onFailure(Intake::isSeparable).recoverWithUni(failure -> separately(group, failure));
    }

    private Uni<Void> insert(List<Waiting> group) {
        var now = clock.instant();
        return database.asNobody(tx -> inbox.store(tx, group, now, wakeUps.areOn()))
                .invoke(wakeUps::ring)
                .invoke(fresh -> answer(group, fresh))
                .replaceWithVoid();
    }

    private static void answer(List<Waiting> group, Set<Integer> fresh) {
        for (var at = 0; at < group.size(); at++) {
            group.get(at).answer.complete(fresh.contains(at));
        }
    }

    // One that Postgres refuses takes its group with it; alone it takes nobody.
    private Uni<Void> separately(List<Waiting> group, Throwable failure) {
        if (group.size() == 1) {
            group.getFirst().answer.fail(refused(group.getFirst().arrival, failure));
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom().iterable(group).onItem().transformToUniAndConcatenate(waiting -> commit(List.of(waiting)).replaceWith(true))
                .collect().asList().replaceWithVoid();
    }

    private static boolean isSeparable(Throwable failure) {
        return SqlState.of(failure).filter(state -> Stream.of(SEPARABLE).anyMatch(state::startsWith)).isPresent();
    }

    private static boolean isConnection(Throwable failure) {
        return failure instanceof IOException || SqlState.of(failure).filter(state -> state.startsWith("08") || state.startsWith("57P")).isPresent();
    }

    private static Problem refused(Arrival arrival, Throwable failure) {
        LOG.warnf("an arrival of %s is not storable: %s", arrival.provider(), SqlState.of(failure).orElse(""));
        return new Problem(422, "NOT_STORABLE", "This event cannot be stored");
    }

    private static Problem unavailable() {
        return new Problem(503, "UNAVAILABLE", "The event was not stored; deliver it again");
    }
}
