package dev.ringback.growth.enrichment;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.Subject;
import dev.ringback.engine.model.Model;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Has the model asked, where there is one.
@ApplicationScoped
public class Enrichment {

    static final String KIND = "growth.enrich";

    private final Model model;
    private final EnrichmentRepository leads;
    private final Clock clock;

    Enrichment(Model model, EnrichmentRepository leads, Clock clock) {
        this.model = model;
        this.leads = leads;
        this.clock = clock;
    }

    /// About these leads, once their transaction is committed.
    public Uni<Void> ask(Tx tx, List<Subject> unsure) {
        return !model.isThere() || unsure.isEmpty() ? Uni.createFrom().voidItem() : leads.enqueue(tx, unsure, KIND, clock.instant());
    }
}
