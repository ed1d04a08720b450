package dev.ringback.growth.outreach;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.Channel;
import dev.ringback.engine.message.OutboundMessage;
import dev.ringback.engine.message.OutboundMessage.Conditions;
import dev.ringback.engine.message.OutboundMessage.Wording;
import dev.ringback.engine.message.SendMessage;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.thread.ReplyAddresses;
import dev.ringback.engine.time.Clock;
import dev.ringback.growth.outreach.OutreachReport.Planned;
import dev.ringback.growth.outreach.OutreachReport.Refused;
import dev.ringback.growth.outreach.OutreachRepository.House;
import dev.ringback.growth.outreach.OutreachRepository.Past;
import dev.ringback.growth.prospect.Prospect;
import dev.ringback.growth.prospect.Prospects;
import dev.ringback.growth.prospect.Prospects.Way;

/// Writes to prospects in the agency's own name.
@ApplicationScoped
class PlanOutreach {

    static final String STEP = "prospect-outreach";

    private final Prospects prospects;
    private final OutreachRepository outreach;
    private final SendMessage sendMessage;
    private final ReplyAddresses replyAddresses;
    private final OutreachConfig config;
    private final Clock clock;

    PlanOutreach(Prospects prospects, OutreachRepository outreach, SendMessage sendMessage, ReplyAddresses replyAddresses, OutreachConfig config,
            Clock clock) {
        this.prospects = prospects;
        this.outreach = outreach;
        this.sendMessage = sendMessage;
        this.replyAddresses = replyAddresses;
        this.config = config;
        this.clock = clock;
    }

    Uni<OutreachReport> plan(Tx tx, OutreachRequest request) {
        var ids = request.prospectIds().stream().distinct().toList();
        return prospects.findAll(tx, ids)
                .chain(found -> outreach.findPast(tx, ids, STEP, clock.instant().minus(config.ignoredAfter()))
                        .map(past -> cases(ids, found, past, request)))
                .chain(cases -> outreach.findHouse(tx, Prospects.INTERNAL_CLIENT).chain(house -> plan(tx, cases, house)));
    }

    /// @param refusal null where the prospect can be written to
    private record Case(UUID id, Prospect prospect, Way way, int visit, String note, String refusal) {

        static Case refused(UUID id, String refusal) {
            return new Case(id, null, null, 0, null, refusal);
        }
    }

    private static List<Case> cases(List<UUID> ids, List<Prospect> found, Map<UUID, Past> past, OutreachRequest request) {
        var byId = found.stream().collect(Collectors.toMap(Prospect::id, Function.identity()));
        return ids.stream().map(id -> Optional.ofNullable(byId.get(id))
                .map(prospect -> one(prospect, past.getOrDefault(id, Past.NONE), request))
                .orElseGet(() -> Case.refused(id, "not_found"))).toList();
    }

    private static Case one(Prospect prospect, Past past, OutreachRequest request) {
        var channel = request.channel() == null ? null : Channel.of(request.channel());
        var note = Objects.requireNonNullElse(request.note(), "").strip();
        return OutreachPolicy.refusal(past).map(reason -> Case.refused(prospect.id(), reason))
                .orElseGet(() -> Prospects.way(prospect, channel, Channel.EMAIL)
                        .map(way -> new Case(prospect.id(), prospect, way, past.messages() + 1, note, null))
                        .orElseGet(() -> Case.refused(prospect.id(), "no_address")));
    }

    private Uni<OutreachReport> plan(Tx tx, List<Case> cases, House house) {
        var refused = cases.stream().filter(one -> one.refusal() != null).map(one -> new Refused(one.id(), one.refusal())).toList();
        return Multi.createFrom().iterable(cases).filter(one -> one.refusal() == null)
                .onItem().transformToUniAndConcatenate(one -> plan(tx, one, house)).collect().asList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.<Planned>of()) : outreach.findPlanned(tx, ids))
                .map(planned -> new OutreachReport(planned, refused));
    }

    private Uni<UUID> plan(Tx tx, Case one, House house) {
        var now = clock.instant();
        var message = message(one, house, now);
        return prospects.link(tx, one.prospect()).chain(() -> sendMessage.plan(tx, message, now)).replaceWith(message.id());
    }

    // The how-manieth message it is names it: a request that is repeated writes once.
    private OutboundMessage message(Case one, House house, Instant now) {
        var variables = new HashMap<String, Object>(Map.of("prospect_name", one.prospect().businessName(), "business_name", house.businessName(),
                "booking_link", house.bookingLink(), "note", one.note()));
        var message = message(one, variables, now);
        if (one.way().channel() == Channel.WEB_FORM) {
            replyAddresses.of(message.id())
                    .ifPresent(address -> variables.put("form_fields", Map.of("name", house.businessName(), "email", address)));
        }
        return message(one, variables, now);
    }

    private static OutboundMessage message(Case one, Map<String, Object> variables, Instant now) {
        return new OutboundMessage(Prospects.subject(one.id()), STEP, Integer.toString(one.visit()), one.way().channel(), one.way().address(),
                new Wording(STEP, Objects.requireNonNullElse(one.prospect().language(), "en"), "Neutral"), Map.copyOf(variables),
                new Conditions("commercial", now, null));
    }
}
