package dev.ringback.growth.followup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.TenantHandler;
import dev.ringback.engine.work.Work;

/// Climbs the ladders of leads, a client's together. Work kind `growth.follow-up`, enqueued by the leads' rows, cancelled by an answer.
@ApplicationScoped
class FollowUpLead implements TenantHandler {

    private static final String STEP = "follow-up";
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(1);
    private static final Outcome GONE = new Outcome.Cancelled("lead is gone");

    private final Database database;
    private final FollowUpRepository leads;
    private final Consent consent;
    private final SendMessage sendMessage;
    private final FollowUpConfig config;
    private final Clock clock;

    FollowUpLead(Database database, FollowUpRepository leads, Consent consent, SendMessage sendMessage, FollowUpConfig config, Clock clock) {
        this.database = database;
        this.leads = leads;
        this.consent = consent;
        this.sendMessage = sendMessage;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "growth.follow-up";
    }

    @Override
    public Uni<Map<String, Outcome>> handleTogether(List<Work> ofOneTenant) {
        var ids = ofOneTenant.stream().map(Work::subjectId).toList();
        return database.asService(tx -> leads.lock(tx, ids)
                .chain(found -> TenantHandler.eachTenant(found, FollowedLead::clientId, ofOne -> climb(tx, ofOne)))
                .chain(outcomes -> outcomes.size() == ids.size() ? Uni.createFrom().item(outcomes)
                        : leads.findThere(tx, ids).map(there -> whole(ids, outcomes, there))));
    }

    private Map<String, Outcome> whole(List<String> ids, Map<String, Outcome> outcomes, Set<String> there) {
        var changing = new Outcome.Snoozed(clock.instant().plus(ASKED_AGAIN), "just being changed");
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> outcomes.getOrDefault(id, there.contains(id) ? changing : GONE)));
    }

    // Who said no by a link answered nothing, and yet the ladder ends.
    private Uni<Map<String, Outcome>> climb(Tx tx, List<FollowedLead> found) {
        var turns = found.stream().map(lead -> new Turn(lead, FollowUpPolicy.decide(lead, clock.instant(), config))).toList();
        var parties = turns.stream().filter(Turn::writes).map(turn -> party(turn.lead())).toList();
        return consent.suppressions(tx, parties, Channel.EMAIL)
                .map(suppressed -> turns.stream().map(turn -> turn.unless(suppressed.get(turn.lead().email()))).toList())
                .call(decided -> sendMessage.planAll(tx, decided.stream().flatMap(FollowUpLead::message).toList(), clock.instant()))
                .map(decided -> decided.stream().collect(Collectors.toMap(turn -> turn.lead().id().toString(), this::outcome)));
    }

    private record Turn(FollowedLead lead, FollowUpPolicy.Decision decision) {

        boolean writes() {
            return decision instanceof FollowUpPolicy.Decision.Write;
        }

        Turn unless(String suppression) {
            return writes() && suppression != null ? new Turn(lead, new FollowUpPolicy.Decision.Stop(suppression)) : this;
        }
    }

    private static Stream<OutboundMessage> message(Turn turn) {
        return turn.decision() instanceof FollowUpPolicy.Decision.Write(var nth) ? Stream.of(message(turn.lead(), nth)) : Stream.empty();
    }

    private Outcome outcome(Turn turn) {
        return switch (turn.decision()) {
            case FollowUpPolicy.Decision.Stop(var reason) -> new Outcome.Cancelled(reason);
            case FollowUpPolicy.Decision.Wait(var until) -> new Outcome.Snoozed(until, "next reminder");
            case FollowUpPolicy.Decision.Write(var nth) when nth == config.after().size() -> new Outcome.Done();
            case FollowUpPolicy.Decision.Write(var nth) -> new Outcome.Snoozed(
                    clock.instant().plus(config.after().get(nth).minus(config.after().get(nth - 1))), "next reminder");
        };
    }

    private static Party party(FollowedLead lead) {
        return new Party("growth", lead.clientId().toString(), lead.email());
    }

    // The ladder and the rung name the message, not the attempt: a retry must not remind twice, a new ladder may.
    private static OutboundMessage message(FollowedLead lead, int nth) {
        var house = lead.house();
        return new OutboundMessage(new Subject("growth", lead.clientId().toString(), "lead", lead.id().toString()), STEP,
                "%s/%d".formatted(lead.since(), nth), Channel.EMAIL, lead.email(), new Wording(STEP, lead.language(), house.emailTone()),
                Map.of("name", lead.name(), "business_name", house.businessName(), "tagline", house.tagline(),
                        "booking_link", house.bookingLink(), "nth", nth),
                Conditions.PLAIN);
    }
}
