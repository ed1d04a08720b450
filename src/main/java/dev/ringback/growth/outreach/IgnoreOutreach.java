package dev.ringback.growth.outreach;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Notes that nobody opened or answered a message. Work kind `growth.ignore-outreach`, due when the time for that is over.
@ApplicationScoped
class IgnoreOutreach implements WorkHandler {

    static final String KIND = "growth.ignore-outreach";

    private final Database database;
    private final OutreachRepository outreach;
    private final OutreachConfig config;
    private final Clock clock;

    IgnoreOutreach(Database database, OutreachRepository outreach, OutreachConfig config, Clock clock) {
        this.database = database;
        this.outreach = outreach;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var message = UUID.fromString((String) work.payload().get("message"));
        return database.asService(tx -> outreach.ignore(tx, message, clock.instant().minus(config.ignoredAfter())))
                .replaceWith(new Outcome.Done());
    }
}
