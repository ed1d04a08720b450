package dev.ringback.growth.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.classify.Language;
import dev.ringback.engine.classify.LeadRules;
import dev.ringback.engine.classify.LeadSignals;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.message.Decision;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.person.Known;
import dev.ringback.engine.person.Persons;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.Work;
import dev.ringback.engine.work.WorkHandler;

/// Plans the answer to a lead that wrote. Work kind `growth.plan-reply`, enqueued by the lead's row.
@ApplicationScoped
class PlanReply implements WorkHandler {

    static final String STEP = "lead-reply";

    private final Database database;
    private final LeadRepository leads;
    private final Persons persons;
    private final SendMessage sendMessage;
    private final LeadConfig config;
    private final Clock clock;

    PlanReply(Database database, LeadRepository leads, Persons persons, SendMessage sendMessage, LeadConfig config, Clock clock) {
        this.database = database;
        this.leads = leads;
        this.persons = persons;
        this.sendMessage = sendMessage;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "growth.plan-reply";
    }

    @Override
    public Uni<Outcome> handle(Work work) {
        var id = UUID.fromString(work.subjectId());
        return database.asService(tx -> read(tx, id)
                .chain(lead -> lead.isPresent() ? plan(tx, lead.get()) : Uni.createFrom().item(new Outcome.Cancelled("lead is gone"))));
    }

    // A lead that came by plain SQL was not read yet.
    private Uni<Optional<LeadToAnswer>> read(Tx tx, UUID id) {
        return leads.findToAnswer(tx, id).chain(lead -> lead.isEmpty() || lead.get().intent() != null
                ? Uni.createFrom().item(lead)
                : leads.recordSignals(tx, id, signals(lead.get()), clock.instant()).chain(() -> leads.findToAnswer(tx, id)));
    }

    private static LeadSignals signals(LeadToAnswer lead) {
        var message = Objects.requireNonNullElse(lead.message(), "");
        return LeadRules.read(message, Language.detect(message, Language.of(lead.language())));
    }

    private Uni<Outcome> plan(Tx tx, LeadToAnswer lead) {
        var message = reply(lead);
        return switch (ReplyPolicy.decide(lead, clock.instant(), config)) {
            case ReplyPolicy.Decision.Reply(var dueAt) -> persons.link(tx, person(message))
                    .chain(() -> sendMessage.plan(tx, message, dueAt))
                    .replaceWith(new Outcome.Done());
            case ReplyPolicy.Decision.Withhold(var reason) -> sendMessage.withhold(tx, message, Decision.withheld(reason))
                    .call(isNew -> isNew ? recordWithheld(tx, lead, reason) : Uni.createFrom().voidItem())
                    .replaceWith(new Outcome.Cancelled(reason));
        };
    }

    // A lead whose address its client changes is still the same person.
    private static Known person(OutboundMessage message) {
        var subject = message.subject();
        return Known.ofRow(subject.pack(), subject.tenant(), subject.kind(), subject.id(), List.of(new Address(Address.Kind.EMAIL, message.to())));
    }

    private Uni<Integer> recordWithheld(Tx tx, LeadToAnswer lead, String reason) {
        return leads.recordUpdate(tx, lead.id(), "withheld:" + reason, clock.instant());
    }

    // The submission's instant names the message, not the attempt: a retry must not write twice, a new submission may.
    private static OutboundMessage reply(LeadToAnswer lead) {
        var subject = new Subject("growth", lead.clientId().toString(), "lead", lead.id().toString());
        var house = lead.house();
        var to = EmailAddress.parse(lead.email()).map(EmailAddress::value).orElse(lead.email());
        return new OutboundMessage(subject, STEP, lead.lastSubmittedAt().toString(), Channel.EMAIL, to,
                new Wording(STEP, lead.language(), house.emailTone()),
                Map.of("name", lead.name(), "business_name", house.businessName(), "tagline", house.tagline(),
                        "booking_link", house.bookingLink(), "urgency", lead.urgency()),
                new Conditions("conversation", lead.lastSubmittedAt(), null));
    }
}
