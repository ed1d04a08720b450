package dev.ringback.engine.inbox;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Gives each arrival of a burst work of its own: a large group is enqueued as one piece, so that storing it costs little more than its
/// rows. Work kind `engine.inbox-burst`.
@ApplicationScoped
class SplitBurst implements WorkHandler {

    private final Database database;
    private final InboxRepository inbox;

    SplitBurst(Database database, InboxRepository inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    @Override
    public String kind() {
        return "engine.inbox-burst";
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        return database.asService(tx -> inbox.enqueue(tx, arrivals(work))).replaceWith(new Outcome.Done());
    }

    private static List<?> arrivals(Work work) {
        return (List<?>) work.payload().get("arrivals");
    }
}
