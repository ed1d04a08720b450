package dev.ringback.growth.enrichment;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.model.Model;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.NewWork;
import dev.ringback.engine.work.WorkQueue;

/// Has the model asked, where there is one.
@ApplicationScoped
public class Enrichment {

    static final String KIND = "growth.enrich";

    private final Model model;
    private final WorkQueue queue;
    private final Clock clock;

    Enrichment(Model model, WorkQueue queue, Clock clock) {
        this.model = model;
        this.queue = queue;
        this.clock = clock;
    }

    /// About these leads, once their transaction is committed.
    public Uni<Void> ask(Tx tx, List<Subject> leads) {
        return !model.isThere() ? Uni.createFrom().voidItem()
                : Multi.createFrom().iterable(leads)
                        .onItem().transformToUniAndConcatenate(lead -> queue.enqueue(tx, question(lead)).replaceWith(lead))
                        .collect().asList().replaceWithVoid();
    }

    private NewWork question(Subject lead) {
        return new NewWork(lead.pack(), KIND, lead.tenant(), lead.kind(), lead.id(), KIND + ":" + lead.id(), clock.instant(), Map.of(), false);
    }
}
