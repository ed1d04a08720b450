package dev.ringback.growth.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import dev.ringback.growth.probe.ProbeReport.Refused;
import dev.ringback.growth.probe.ProbeRepository.Past;
import dev.ringback.growth.prospect.Prospect;
import dev.ringback.growth.prospect.Prospects;
import dev.ringback.growth.prospect.Prospects.Way;

/// Asks prospects, as somebody who needs them would.
@ApplicationScoped
class PlanProbes {

    static final String STEP = "prospect-probe";

    // What could not leave for so long would ask at an odd hour.
    private static final Duration USEFUL = Duration.ofDays(1);

    private final Prospects prospects;
    private final ProbeRepository probes;
    private final SendMessage sendMessage;
    private final ReplyAddresses replyAddresses;
    private final ProbeConfig config;
    private final Clock clock;

    PlanProbes(Prospects prospects, ProbeRepository probes, SendMessage sendMessage, ReplyAddresses replyAddresses, ProbeConfig config, Clock clock) {
        this.prospects = prospects;
        this.probes = probes;
        this.sendMessage = sendMessage;
        this.replyAddresses = replyAddresses;
        this.config = config;
        this.clock = clock;
    }

    /// @param channel null for the form where there is one, else by mail
    Uni<ProbeReport> plan(Tx tx, List<UUID> ids, Channel channel) {
        return prospects.findAll(tx, ids).chain(found -> probes.findPast(tx, ids)
                .chain(past -> plan(tx, cases(ids.stream().distinct().toList(), found, past, channel))));
    }

    /// @param refusal null where the prospect can be asked
    private record Case(UUID id, Prospect prospect, Way way, int visit, String refusal) {}

    private static List<Case> cases(List<UUID> ids, List<Prospect> found, Map<UUID, Past> past, Channel channel) {
        var byId = found.stream().collect(Collectors.toMap(Prospect::id, Function.identity()));
        return ids.stream().map(id -> one(id, byId.get(id), past.getOrDefault(id, Past.NONE), channel)).toList();
    }

    private static Case one(UUID id, Prospect prospect, Past past, Channel channel) {
        if (prospect == null) {
            return new Case(id, null, null, 0, "not_found");
        }
        if (past.isUnderWay()) {
            return new Case(id, prospect, null, 0, "under_way");
        }
        return Prospects.way(prospect, channel, Channel.WEB_FORM).map(way -> new Case(id, prospect, way, past.probes() + 1, null))
                .orElseGet(() -> new Case(id, prospect, null, 0, "no_address"));
    }

    private Uni<ProbeReport> plan(Tx tx, List<Case> cases) {
        var refused = cases.stream().filter(one -> one.refusal() != null).map(one -> new Refused(one.id(), one.refusal())).toList();
        return Multi.createFrom().iterable(cases).filter(one -> one.refusal() == null)
                .onItem().transformToUniAndConcatenate(one -> plan(tx, one)).collect().asList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.<Probe>of()) : probes.record(tx, ids))
                .map(planned -> new ProbeReport(planned, refused));
    }

    private Uni<UUID> plan(Tx tx, Case one) {
        var message = question(one, clock.instant());
        return prospects.link(tx, one.prospect()).chain(() -> sendMessage.plan(tx, message, clock.instant())).replaceWith(message.id());
    }

    // The how-manieth question it is names the message: two runs at once ask once.
    private OutboundMessage question(Case one, Instant now) {
        var blank = message(one, now, Map.of());
        var answerTo = replyAddresses.of(blank.id());
        return one.way().channel() == Channel.WEB_FORM && answerTo.isPresent()
                ? message(one, now, Map.of("form_fields", Map.of("name", config.name(), "email", answerTo.get())))
                : blank;
    }

    private OutboundMessage message(Case one, Instant now, Map<String, Object> fields) {
        var language = Objects.requireNonNullElse(one.prospect().language(), "en");
        Map<String, Object> variables = Stream.of(fields, Map.of("sender_name", config.name())).flatMap(map -> map.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new OutboundMessage(Prospects.subject(one.id()), STEP, Integer.toString(one.visit()), one.way().channel(), one.way().address(),
                new Wording(STEP, language, "Neutral"), variables, new Conditions("conversation", null, now.plus(USEFUL)));
    }
}
