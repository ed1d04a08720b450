package dev.ringback.engine.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;

/// Makes arrivals durable before they are answered.
@ApplicationScoped
public class Intake {

    private final Database database;
    private final InboxRepository inbox;
    private final WakeUps wakeUps;
    private final Clock clock;

    Intake(Database database, InboxRepository inbox, WakeUps wakeUps, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /// Committed when it answers. A verified arrival alone may come here.
    ///
    /// @return whether this delivery is the first of its event
    public Uni<Boolean> store(Arrival arrival) {
        return database.asService(tx -> inbox.store(tx, arrival, clock.instant())).invoke(wakeUps::ring);
    }
}
