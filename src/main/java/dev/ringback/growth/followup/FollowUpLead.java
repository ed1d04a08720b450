package dev.ringback.growth.followup;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Climbs the ladder of one lead. Work kind `growth.follow-up`, enqueued by the lead's row, cancelled by an answer.
@ApplicationScoped
class FollowUpLead implements WorkHandler {

    private static final String STEP = "follow-up";

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
    public Uni<Outcome> handle(Work work) {
        return database.asService(tx -> leads.lock(tx, UUID.fromString(work.subjectId()))
                .chain(lead -> lead.isPresent() ? climb(tx, lead.get()) : stop("lead is gone")));
    }

    private Uni<Outcome> climb(Tx tx, FollowedLead lead) {
        return switch (FollowUpPolicy.decide(lead, clock.instant(), config)) {
            case FollowUpPolicy.Decision.Stop(var reason) -> stop(reason);
            case FollowUpPolicy.Decision.Wait(var until) -> Uni.createFrom().item(new Outcome.Snoozed(until, "next reminder"));
            case FollowUpPolicy.Decision.Write(var nth) -> suppression(tx, lead)
                    .chain(refusal -> refusal.isPresent() ? stop(refusal.get()) : write(tx, lead, nth));
        };
    }

    // Who said no by a link answered nothing, and yet the ladder ends.
    private Uni<Optional<String>> suppression(Tx tx, FollowedLead lead) {
        return consent.suppression(tx, new Party("growth", lead.clientId().toString(), lead.email()), Channel.EMAIL);
    }

    private Uni<Outcome> write(Tx tx, FollowedLead lead, int nth) {
        var now = clock.instant();
        return sendMessage.plan(tx, message(lead, nth), now)
                .map(_ -> nth == config.after().size() ? new Outcome.Done()
                        : new Outcome.Snoozed(now.plus(config.after().get(nth).minus(config.after().get(nth - 1))), "next reminder"));
    }

    private static Uni<Outcome> stop(String reason) {
        return Uni.createFrom().item(new Outcome.Cancelled(reason));
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
