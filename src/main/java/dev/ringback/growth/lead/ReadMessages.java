package dev.ringback.growth.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadRules;
import dev.ringback.engine.classify.LeadSignals;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.enrichment.Enrichment;

/// Leads with what the rules read in their messages; where they found nothing the model is asked, and nobody waits for it.
@ApplicationScoped
class ReadMessages {

    private static final String UNSURE = "other";

    private final LeadRepository leads;
    private final Enrichment enrichment;
    private final Clock clock;

    ReadMessages(LeadRepository leads, Enrichment enrichment, Clock clock) {
        this.leads = leads;
        this.enrichment = enrichment;
        this.clock = clock;
    }

    /// Those that are there.
    Uni<List<LeadToAnswer>> read(Tx tx, List<UUID> ids) {
        return readByRules(tx, ids).call(found -> enrichment.ask(tx, found.stream().filter(lead -> UNSURE.equals(lead.intent()))
                .map(lead -> new Subject("growth", lead.clientId().toString(), "lead", lead.id().toString())).toList()));
    }

    // Leads that came by plain SQL were not read yet.
    private Uni<List<LeadToAnswer>> readByRules(Tx tx, List<UUID> ids) {
        return leads.findToAnswer(tx, ids).chain(found -> found.stream().allMatch(lead -> lead.intent() != null)
                ? Uni.createFrom().item(found)
                : leads.recordSignals(tx, signals(found), clock.instant()).chain(() -> leads.findToAnswer(tx, ids)));
    }

    private static Map<UUID, LeadSignals> signals(List<LeadToAnswer> found) {
        return found.stream().filter(lead -> lead.intent() == null).collect(Collectors.toMap(LeadToAnswer::id, ReadMessages::signals));
    }

    private static LeadSignals signals(LeadToAnswer lead) {
        var message = Objects.requireNonNullElse(lead.message(), "");
        return LeadRules.read(message, Language.detect(message, Language.of(lead.language())));
    }

    /// Lines of the leads' histories.
    Uni<Integer> note(Tx tx, List<LeadRepository.Line> lines) {
        return leads.recordUpdates(tx, lines);
    }
}
