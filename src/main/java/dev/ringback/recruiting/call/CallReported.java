package dev.ringback.recruiting.call;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.ringback.engine.channel.CallReport;
import dev.ringback.engine.sql.Tx;
import dev.ringback.engine.time.Clock;
import dev.ringback.recruiting.call.CallRepository.Known;
import dev.ringback.recruiting.objective.ResolveObjectives;
import dev.ringback.recruiting.objective.ResolveObjectives.Source;

/// Something became known of a call: it is kept, it may answer what the campaign asks, and it may be tried again.
@ApplicationScoped
public class CallReported {

    private static final int LONGEST_TRANSCRIPT = 200_000;
    // The network's report carries its own members, which are no analysis.
    private static final String AGENT = "voice-agent";

    private final CallRepository calls;
    private final ResolveObjectives resolveObjectives;
    private final PlanCalls planCalls;
    private final CallConfig config;
    private final Clock clock;

    CallReported(CallRepository calls, ResolveObjectives resolveObjectives, PlanCalls planCalls, CallConfig config, Clock clock) {
        this.calls = calls;
        this.resolveObjectives = resolveObjectives;
        this.planCalls = planCalls;
        this.config = config;
        this.clock = clock;
    }

    /// The messages of calls fared so.
    public Uni<Void> moved(Tx tx, List<UUID> messages) {
        return messages.isEmpty() ? Uni.createFrom().voidItem() : calls.followMessages(tx, messages);
    }

    /// A report of a call that we don't know says nothing to us.
    public Uni<Void> reported(Tx tx, String sessionId, CallReport report) {
        return resolveObjectives.lock(tx, sessionId).chain(() -> calls.find(tx, report.message()))
                .chain(found -> found.isEmpty() ? Uni.createFrom().voidItem() : take(tx, found.get(), report));
    }

    private Uni<Void> take(Tx tx, Known known, CallReport report) {
        var raised = CallStatus.of(report.outcome()).filter(status -> status.compareTo(known.status()) > 0);
        return calls.record(tx, known.callId(), report, raised.map(CallStatus::word).orElse(null), transcript(report), analysis(report))
                .chain(() -> learn(tx, known, report))
                .chain(() -> raised.isPresent() ? retry(tx, known, raised.get()) : Uni.createFrom().voidItem());
    }

    private Uni<Void> learn(Tx tx, Known known, CallReport report) {
        if (analysis(report).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return resolveObjectives.lock(tx, known.call().contact().sessionId()).chain(session -> {
            var findings = CallFindings.of(analysis(report), session.orElseThrow(), report.at());
            return findings.isEmpty() ? Uni.createFrom().voidItem()
                    : resolveObjectives.resolve(tx, session.get(), findings, Source.CALL).replaceWithVoid();
        });
    }

    private Uni<Void> retry(Tx tx, Known known, CallStatus status) {
        var later = RetryPolicy.decide(status, known.call().attempt(), config).filter(_ -> known.isSessionActive());
        if (later.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ended = known.call();
        var again = new PlanCalls.Call(ended.contact(), ended.brief(), ended.series(), ended.attempt() + 1);
        return planCalls.plan(tx, List.of(again), known.batch(), clock.instant().plus(later.get()));
    }

    private static Map<String, Object> analysis(CallReport report) {
        return AGENT.equals(report.provider()) && report.analysis() != null ? report.analysis() : Map.of();
    }

    private static String transcript(CallReport report) {
        var text = report.turns().stream().map(turn -> "%s: %s".formatted(turn.speaker().equals("agent") ? "Agent" : "Candidate", turn.text()))
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_TRANSCRIPT));
    }
}
