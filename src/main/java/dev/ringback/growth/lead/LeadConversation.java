package dev.ringback.growth.lead;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.message.PackConversation;
import dev.ringback.engine.message.Reply;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Leads as the engine's partners in conversation: each turn is a line of the lead's history.
@ApplicationScoped
class LeadConversation implements PackConversation {

    private final LeadRepository leads;
    private final Clock clock;

    LeadConversation(LeadRepository leads, Clock clock) {
        this.leads = leads;
        this.clock = clock;
    }

    @Override
    public String pack() {
        return "growth";
    }

    @Override
    public Uni<Optional<String>> refusal(Tx tx, Subject subject) {
        return leads.findStanding(tx, id(subject))
                .map(standing -> standing.isEmpty() ? Optional.of("lead_deleted") : LeadPolicy.refusal(standing.get()));
    }

    @Override
    public Uni<Void> sent(Tx tx, Subject subject, String step) {
        return record(tx, subject, "answered");
    }

    @Override
    public Uni<Void> replied(Tx tx, Subject subject, Reply reply) {
        return record(tx, subject, switch (reply.meaning()) {
            case ANSWER -> "replied";
            case OPT_OUT -> "opted_out";
            case UNCLEAR -> "replied:unclear_opt_out";
        });
    }

    private Uni<Void> record(Tx tx, Subject subject, String detail) {
        return leads.recordUpdate(tx, id(subject), detail, clock.instant()).replaceWithVoid();
    }

    private static UUID id(Subject subject) {
        return UUID.fromString(subject.id());
    }
}
