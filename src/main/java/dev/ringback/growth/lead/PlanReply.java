package dev.ringback.growth.lead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.consent.Address;
import dev.ringback.engine.consent.EmailAddress;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.Planning;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.message.Subject;
import dev.ringback.engine.person.Known;
import dev.ringback.engine.person.Persons;
import dev.ringback.engine.sql.Database;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.engine.work.Outcome;
import dev.ringback.engine.work.TenantHandler;
import dev.ringback.engine.work.Work;
import dev.ringback.growth.lead.LeadRepository.Line;

/// Plans the answers to leads that wrote, a client's together. Work kind `growth.plan-reply`, enqueued by the leads' rows.
@ApplicationScoped
class PlanReply implements TenantHandler {

    static final String STEP = "lead-reply";

    private static final Outcome GONE = new Outcome.Cancelled("lead is gone");

    private final Database database;
    private final ReadMessages leads;
    private final Persons persons;
    private final SendMessage sendMessage;
    private final LeadConfig config;
    private final Clock clock;

    PlanReply(Database database, ReadMessages leads, Persons persons, SendMessage sendMessage, LeadConfig config, Clock clock) {
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
    public Uni<Map<String, Outcome>> handleTogether(List<Work> ofOneTenant) {
        var ids = ofOneTenant.stream().map(Work::subjectId).toList();
        return database.asService(tx -> leads.read(tx, ids.stream().map(UUID::fromString).toList())
                .chain(found -> TenantHandler.eachTenant(found, LeadToAnswer::clientId, ofOne -> plan(tx, ofOne))))
                .map(outcomes -> ids.stream().collect(Collectors.toMap(Function.identity(), id -> outcomes.getOrDefault(id, GONE))));
    }

    private Uni<Map<String, Outcome>> plan(Tx tx, List<LeadToAnswer> found) {
        var outcomes = new HashMap<String, Outcome>();
        var plans = new ArrayList<Planning>();
        for (var lead : found) {
            outcomes.put(lead.id().toString(), switch (ReplyPolicy.decide(lead, clock.instant(), config)) {
                case ReplyPolicy.Decision.Reply(var dueAt) -> {
                    plans.add(Planning.of(reply(lead), dueAt));
                    yield new Outcome.Done();
                }
                case ReplyPolicy.Decision.Withhold(var reason) -> {
                    plans.add(Planning.withheld(reply(lead), reason));
                    yield new Outcome.Cancelled(reason);
                }
            });
        }
        return record(tx, plans).replaceWith(outcomes);
    }

    private Uni<Void> record(Tx tx, List<Planning> plans) {
        return persons.linkAll(tx, plans.stream().filter(Planning::isToLeave).map(plan -> person(plan.message())).toList())
                .chain(() -> sendMessage.decideAll(tx, plans))
                .chain(fresh -> leads.note(tx, withheld(plans, Set.copyOf(fresh)))).replaceWithVoid();
    }

    private List<Line> withheld(List<Planning> plans, Set<UUID> fresh) {
        return plans.stream().filter(plan -> !plan.isToLeave() && fresh.contains(plan.message().id()))
                .map(plan -> new Line(UUID.fromString(plan.message().subject().id()), "withheld:" + plan.decision().reason(), clock.instant()))
                .toList();
    }

    // A lead whose address its client changes is still the same person.
    private static Known person(OutboundMessage message) {
        var subject = message.subject();
        return Known.ofRow(subject.pack(), subject.tenant(), subject.kind(), subject.id(), List.of(new Address(Address.Kind.EMAIL, message.to())));
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
