package dev.ringback.engine.inbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Works one arrival: everything it causes and the mark that it is done are one commit. Work kind `engine.inbox`.
@ApplicationScoped
class ReadInbox implements WorkHandler {

    private static final Logger LOG = Logger.getLogger(ReadInbox.class);

    private final Database database;
    private final InboxRepository inbox;
    private final Map<String, InboxReader> readers;
    private final Clock clock;

    ReadInbox(Database database, InboxRepository inbox, @All List<InboxReader> readers, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.readers = readers.stream().collect(Collectors.toUnmodifiableMap(InboxReader::provider, Function.identity()));
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "engine.inbox";
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var id = UUID.fromString(work.subjectId());
        return database.asService(tx -> inbox.find(tx, id)
                .chain(item -> item.isPresent() ? read(tx, item.get()) : Uni.createFrom().item(new Outcome.Cancelled("worked before"))));
    }

    private Uni<Outcome> read(Tx tx, InboxItem item) {
        return readers.get(item.provider()).read(tx, item)
                .invoke(result -> LOG.infof("read inbox=%s provider=%s result=%s", item.id(), item.provider(), result))
                .chain(result -> inbox.recordProcessed(tx, item.id(), item.message(), result, clock.instant()))
                .replaceWith(new Outcome.Done());
    }
}
