package dev.ringback.engine.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.progress.MessageEvents;
import dev.ringback.engine.progress.ProviderEvent;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.BatchHandler;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;

/// Tells people's hits from machines' and reports people's of their messages. Work kind `engine.tracking-hit`.
@ApplicationScoped
class JudgeHits implements BatchHandler {

    private static final String PROVIDER = "tracking";

    private final Database database;
    private final TrackingRepository hits;
    private final MessageEvents events;
    private final TrackingConfig config;
    private final Clock clock;

    JudgeHits(Database database, TrackingRepository hits, MessageEvents events, TrackingConfig config, Clock clock) {
        this.database = database;
        this.hits = hits;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /// @param rule by which it is a machine's; empty for a person's
    record Judged(KeptHit hit, Optional<String> rule) {}

    @Override
    public String kind() {
        return TrackingRepository.KIND;
    }

    @Override
    public Uni<Map<Long, Outcome>> handle(List<Work> batch) {
        var ids = batch.stream().map(work -> UUID.fromString(work.subjectId())).toList();
        return database.asService(tx -> hits.listUnjudged(tx, ids, config.burst()).chain(found -> judge(tx, found)))
                .map(_ -> batch.stream().collect(Collectors.toMap(Work::id, JudgeHits::done)));
    }

    private static Outcome done(Work work) {
        return new Outcome.Done();
    }

    // Messages before their hits, as an erasure takes them.
    private Uni<Void> judge(Tx tx, List<KeptHit> found) {
        var judged = found.stream().map(hit -> new Judged(hit, HitPolicy.machine(hit, config.tooSoon()))).toList();
        return events.fold(tx, judged.stream().filter(each -> each.rule().isEmpty()).map(each -> event(each.hit())).toList())
                .chain(() -> hits.record(tx, judged, clock.instant()))
                .replaceWithVoid();
    }

    private static ProviderEvent event(KeptHit hit) {
        return new ProviderEvent(hit.message(), PROVIDER, null, hit.id().toString(), hit.kind().status(), hit.at(), Map.of());
    }
}
