package dev.ringback.growth.enrichment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.model.Model;
import dev.ringback.engine.model.ModelAnswer;
import dev.ringback.engine.model.ModelAnswers;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Asks the model what a lead wants. Work kind `growth.enrich`.
@ApplicationScoped
class EnrichLead implements WorkHandler {

    private final Database database;
    private final EnrichmentRepository leads;
    private final Model model;
    private final ModelAnswers answers;
    private final EnrichmentConfig config;
    private final Clock clock;

    EnrichLead(Database database, EnrichmentRepository leads, Model model, ModelAnswers answers, EnrichmentConfig config, Clock clock) {
        this.database = database;
        this.leads = leads;
        this.model = model;
        this.answers = answers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Enrichment.KIND;
    }

    // What the model doesn't answer the rules have: it is not asked again.
    @Override
    public Uni<Outcome> handle(Work work) {
        return database.asService(tx -> leads.findUnsure(tx, UUID.fromString(work.subjectId())))
                .chain(lead -> lead.map(this::ask).orElseGet(() -> cancelled("nothing to ask")));
    }

    private Uni<Outcome> ask(UnsureLead lead) {
        return model.ask(lead.question()).chain(answer -> switch (answer) {
            case ModelAnswer.None(var reason) -> cancelled(reason);
            case ModelAnswer.Given given -> database.asService(tx -> take(tx, lead, given));
        });
    }

    // It took its time: meanwhile the person may have been forgotten or have written again, or somebody may have decided.
    private Uni<Outcome> take(Tx tx, UnsureLead asked, ModelAnswer.Given given) {
        return leads.findUnsure(tx, UUID.fromString(asked.id()))
                .chain(now -> now.filter(asked::equals).map(lead -> keep(tx, lead, given).<Outcome>replaceWith(new Outcome.Done()))
                        .orElseGet(() -> cancelled("changed meanwhile")));
    }

    private Uni<Void> keep(Tx tx, UnsureLead lead, ModelAnswer.Given given) {
        var sure = Optional.of(given).filter(one -> one.confidence().doubleValue() >= config.leastConfidence());
        return sure.map(one -> leads.record(tx, lead, one.values(), clock.instant()).replaceWithVoid()).orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> answers.keep(tx, lead.subject(), UnsureLead.PURPOSE, lead.cause(), given));
    }

    private static Uni<Outcome> cancelled(String reason) {
        return Uni.createFrom().item(new Outcome.Cancelled(reason));
    }
}
