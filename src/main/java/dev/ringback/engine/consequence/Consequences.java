package dev.ringback.engine.consequence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import dev.ringback.engine.consent.AddressHash;
import dev.ringback.engine.consent.Consent;
import dev.ringback.engine.consent.Origin;
import dev.ringback.engine.consent.Party;
import dev.ringback.engine.consent.Reason;
import dev.ringback.engine.consent.Refusal;
import dev.ringback.engine.consequence.ConsequenceRepository.Recipient;
import dev.ringback.engine.consequence.ReportPolicy.Finding;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;

/// Draws from what is reported about messages what it means for their addresses.
@ApplicationScoped
public class Consequences {

    private final ConsequenceRepository messages;
    private final Consent consent;
    private final AddressHash hash;
    private final BounceConfig config;
    private final Clock clock;

    Consequences(ConsequenceRepository messages, Consent consent, AddressHash hash, BounceConfig config, Clock clock) {
        this.messages = messages;
        this.consent = consent;
        this.hash = hash;
        this.config = config;
        this.clock = clock;
    }

    /// What a report that is new means for its recipient.
    public record Due(Report report, Recipient to, Finding finding) {

        private record Key(Party party, Finding finding) {}

        private Key key() {
            return new Key(to.party(), finding);
        }
    }

    /// To be asked before the transaction locks any message or records the reports: whoever takes a no takes these locks in this order.
    public Uni<List<Due>> foresee(Tx tx, List<Report> reports) {
        var grave = reports.stream().filter(report -> !(ReportPolicy.decide(report) instanceof Finding.Nothing)).toList();
        return grave.isEmpty()
                ? Uni.createFrom().item(List.of())
                : messages.findRecipients(tx, grave).call(found -> lock(tx, found))
                        .chain(found -> messages.findNew(tx, grave).map(fresh -> due(fresh, found)));
    }

    private Uni<Void> lock(Tx tx, List<Recipient> found) {
        return Multi.createFrom().iterable(found).map(Recipient::party).map(party -> List.of(party.pack(), party.tenant())).select().distinct()
                .onItem().transformToUniAndConcatenate(whose -> consent.lock(tx, whose.getFirst(), whose.getLast()).replaceWith(whose))
                .collect().asList().replaceWithVoid();
    }

    private static List<Due> due(List<Report> fresh, List<Recipient> found) {
        var byMessage = found.stream().collect(Collectors.toMap(Recipient::message, Function.identity()));
        return fresh.stream().filter(report -> byMessage.containsKey(report.message()))
                .map(report -> new Due(report, byMessage.get(report.message()), ReportPolicy.decide(report))).toList();
    }

    /// In the transaction that has recorded the reports by now. Once for each address, however many of its messages are reported.
    public Uni<Void> take(Tx tx, List<Due> due) {
        var once = due.stream().collect(Collectors.toMap(Due::key, Function.identity(), (first, _) -> first, LinkedHashMap::new)).values();
        return Multi.createFrom().iterable(once)
                .onItem().transformToUniAndConcatenate(one -> take(tx, one).replaceWith(one))
                .collect().asList().replaceWithVoid();
    }

    private Uni<Void> take(Tx tx, Due due) {
        return switch (due.finding()) {
            case Finding.Stop(var reason) -> consent.refuse(tx, refusal(due, reason));
            case Finding.SoftBounce() -> messages.isBouncing(tx, due.to(), hash.all(due.to().party()), config)
                    .chain(bouncing -> bouncing
                            ? consent.pause(tx, refusal(due, Reason.BOUNCING), clock.instant().plus(config.pause()))
                            : Uni.createFrom().voidItem());
            case Finding.Nothing() -> Uni.createFrom().voidItem();
        };
    }

    private static Refusal refusal(Due due, Reason reason) {
        var report = due.report();
        var evidence = Map.<String, Object>of("message", report.message().toString(), "event", report.event().word(), "code", report.code());
        return Refusal.reported(due.to().party(), due.to().channel(), reason, Origin.of("report:" + report.provider(), evidence));
    }
}
