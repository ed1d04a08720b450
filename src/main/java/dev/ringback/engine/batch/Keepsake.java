package dev.ringback.engine.batch;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.inbox.InboxItem;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Arrivals that were read but are not done: what they are about is fetched by work that follows.
@ApplicationScoped
public class Keepsake {

    private final BatchRepository inbox;
    private final Clock clock;

    Keepsake(BatchRepository inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /// Empty where it has been deleted.
    public Uni<Optional<InboxItem>> find(Tx tx, UUID id) {
        return inbox.find(tx, id);
    }

    /// What became of it in the end.
    public Uni<Void> note(Tx tx, InboxItem item, String result) {
        return inbox.note(tx, item, result, clock.instant());
    }
}
