package dev.ringback.engine.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.MessageStatus;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// Records reports that came before their message was known. Work kind `engine.provider-event`.
@ApplicationScoped
class ProviderEventCame implements BatchHandler {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    private final Database database;
    private final MessageEvents events;
    private final Clock clock;

    ProviderEventCame(Database database, MessageEvents events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MessageEvents.KIND;
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        var reported = batch.stream().map(ProviderEventCame::event).toList();
        return database.asService(tx -> events.recordKnown(tx, reported)).map(unknown -> outcomes(batch, Set.copyOf(unknown)));
    }

    private Map<Long, Outcome> outcomes(List<Work> batch, Set<ProviderEvent> unknown) {
        return batch.stream().collect(Collectors.toMap(Work::id, work -> unknown.contains(event(work)) ? wait(work) : new Outcome.Done()));
    }

    // As long again as it has waited already, an hour in all.
    private Outcome wait(Work work) {
        var now = clock.instant();
        var waited = Duration.between(Instant.parse((String) work.payload().get("since")), now);
        if (waited.compareTo(LONGEST) >= 0) {
            return new Outcome.Cancelled("unknown message");
        }
        var pause = waited.compareTo(SHORTEST_PAUSE) > 0 ? waited : SHORTEST_PAUSE;
        var left = LONGEST.minus(waited);
        return new Outcome.Snoozed(now.plus(pause.compareTo(left) < 0 ? pause : left), "unknown message");
    }

    private static ProviderEvent event(Work work) {
        var payload = work.payload();
        return new ProviderEvent(Optional.ofNullable((String) payload.get("message")).map(UUID::fromString).orElse(null),
                (String) payload.get("provider"), (String) payload.get("provider_message"), (String) payload.get("event_id"),
                MessageStatus.of((String) payload.get("event")), Instant.parse((String) payload.get("at")), detail(payload));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> detail(Map<String, Object> payload) {
        return (Map<String, Object>) payload.get("detail");
    }
}
