package dev.ringback.growth.tag;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.http.Problem;
import dev.ringback.engine.security.Caller;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.wakeup.WakeUps;

/// Moves a lead to another tag, in the caller's name. Another client's lead is not found.
@ApplicationScoped
class MoveLead {

    private final Database database;
    private final TagRepository leads;
    private final WakeUps wakeUps;
    private final Clock clock;

    MoveLead(Database database, TagRepository leads, WakeUps wakeUps, Clock clock) {
        this.database = database;
        this.leads = leads;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    Uni<MovedLead> move(Caller caller, UUID id, Wish wish) {
        return move(caller, id, wish, null);
    }

    Uni<MovedLead> move(Caller caller, UUID id, Wish wish, BigDecimal value) {
        return database.as(caller.runAs(), tx -> leads.lock(tx, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("lead", id)))
                .chain(lead -> move(tx, lead, wish, value)))
                .invoke(wakeUps::ring);
    }

    private Uni<MovedLead> move(Tx tx, TaggedLead lead, Wish wish, BigDecimal value) {
        return switch (TagPolicy.decide(lead, wish)) {
            case TagPolicy.Decision.Refuse(var code, var message) -> throw Problem.conflict(code, message);
            case TagPolicy.Decision.Stay() -> Uni.createFrom().item(new MovedLead(lead.id(), lead.currentTag(), lead.currentTag(), false));
            case TagPolicy.Decision.Move(var tag) -> refuseTwin(tx, lead)
                    .chain(() -> leads.explain(tx, wish instanceof Wish.Revert(var reason) ? reason : ""))
                    .chain(() -> leads.tag(tx, lead.id(), tag, value, clock.instant()))
                    .replaceWith(new MovedLead(lead.id(), tag, lead.currentTag(), true));
        };
    }

    // Only a deleted lead can have one; a twin that comes at this very moment is stopped by the unique index.
    private Uni<Void> refuseTwin(Tx tx, TaggedLead lead) {
        return leads.findLivingTwin(tx, lead.id()).invoke(twin -> twin.ifPresent(id -> {
            throw Problem.conflict("LEAD_LIVES_AGAIN", "This e-mail address lives again in lead %s".formatted(id));
        })).replaceWithVoid();
    }
}
